package import HTTP
import Synchronization
import Testing

/// A transport that gives planned answers in their order and remembers what it was asked.
package final class ScriptedTransport: Transport {
  private struct State {
    var answers: [Result<Response, any Error>]
    var requests: [Request] = []
  }

  private let state: Mutex<State>

  package init(answers: [Result<Response, any Error>]) {
    state = Mutex(State(answers: answers))
  }

  package convenience init(_ responses: [Response]) {
    self.init(answers: responses.map { .success($0) })
  }

  /// The requests so far, unplanned ones included.
  package var requests: [Request] { state.withLock { $0.requests } }

  /// How many planned answers nobody has asked for.
  package var unusedAnswers: Int { state.withLock { $0.answers.count } }

  package func send(_ request: Request) async throws -> Response {
    try Task.checkCancellation()
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
    guard let answer else {
      let call = UnplannedCall(request: request.traceDescription)
      Issue.record(call)
      throw call
    }
    return try answer.get()
  }
}

/// A call that no test planned.
package struct UnplannedCall: Error, Hashable, CustomStringConvertible {
  /// As in `GET https://api.github.com/user`.
  package var request: String

  package var description: String { "\(request) was not planned." }
}

extension Response {
  /// A response with a text as its body.
  package init(_ status: Int, _ headers: Headers = [:], text: String = "") {
    self.init(status: status, headers: headers, body: Array(text.utf8))
  }
}
