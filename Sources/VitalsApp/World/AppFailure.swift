import GitHub
import HTTP
import Reporting
import Resilience
import SQLiteStorage
import Storage

/// Why a command ends early: a sentence for a person and the exit status for a script.
struct AppFailure: Error, Hashable, CustomStringConvertible {
  var status: ExitStatus
  var description: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    description = sentence
  }

  /// The words and the status of any error that reaches the top.
  init(_ error: any Error) {
    switch error {
    case let failure as AppFailure: self = failure
    case let error as StoreError: self.init(error.status, error.description)
    case let error as InvalidDocument: self.init(.failure, "\(error.description).")
    case let error as MustacheError: self.init(.usage, error.description)
    case let failure as APIFailure: self.init(failure.status, failure.description)
    case let error as TransportError: self.init(.partial, error.description)
    case is CancellationError: self.init(.partial, "The run was ended before it was done.")
    default: self.init(.failure, "The program failed unexpectedly: \(error).")
    }
  }
}

extension StoreError {
  fileprivate var status: ExitStatus {
    switch self {
    case .damaged, .foreign: .damagedStore
    case .missing, .unwritable, .newer, .older: .usage
    case .unknownRepository, .closed, .failed: .failure
    }
  }
}

extension APIFailure {
  fileprivate var status: ExitStatus {
    failureClass == .authentication ? .credentials : .partial
  }
}
