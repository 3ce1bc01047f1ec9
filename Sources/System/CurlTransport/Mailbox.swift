import HTTP
import Synchronization

/// A request with the place where its answer goes.
struct Call: Sendable {
  let id: Int
  let request: Request
  let continuation: CheckedContinuation<Response, any Error>

  /// The one way out, for the thread that took the call from the mailbox.
  func resume(with result: Result<Response, any Error>) {
    continuation.resume(with: result)
  }

  func fail(_ reason: TransportError.Reason, _ detail: String) {
    resume(
      with: .failure(TransportError(reason, request: request.traceDescription, detail: detail))
    )
  }
}

/// What callers want of the event loop, in the order in which they asked.
final class Mailbox: Sendable {
  enum Command: Sendable {
    case start(Call)
    case cancel(Int)
  }

  private struct State: Sendable {
    var commands: [Command] = []
    var lastID = 0
    /// Calls that are announced and not started; a cancellation takes them out of here.
    var announced: Set<Int> = []
    var isClosed = false
    var multi: MultiHandle?
  }

  private let state: Mutex<State>

  /// A mailbox of nobody, where `multi` is nil, answers every call with an error.
  init(waking multi: MultiHandle?) {
    state = Mutex(State(isClosed: multi == nil, multi: multi))
  }

  /// Announces a call, so that a cancellation that overtakes it is not lost.
  func register() -> Int {
    state.withLock { state in
      state.lastID += 1
      state.announced.insert(state.lastID)
      return state.lastID
    }
  }

  func start(_ call: Call) {
    enum Outcome { case posted, cancelled, closed }
    let outcome = state.withLock { state -> Outcome in
      guard state.announced.remove(call.id) != nil else { return .cancelled }
      guard !state.isClosed else { return .closed }
      state.commands.append(.start(call))
      state.multi?.wakeUp()
      return .posted
    }
    switch outcome {
    case .posted: break
    case .cancelled: call.resume(with: .failure(CancellationError()))
    case .closed: call.fail(.other, "the network transport is shut down")
    }
  }

  func cancel(_ id: Int) {
    state.withLock { state in
      guard state.announced.remove(id) == nil, !state.isClosed else { return }
      state.commands.append(.cancel(id))
      state.multi?.wakeUp()
    }
  }

  /// Lets nothing more in and tells the loop to end.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.multi?.wakeUp()
    }
  }

  /// Everything posted since the last time; nil when the box is closed and empty.
  func takeAll() -> [Command]? {
    state.withLock { state in
      if state.isClosed && state.commands.isEmpty { return nil }
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// Forgets the multi handle: from here on nobody can wake it, and it may be freed.
  func disconnect() {
    state.withLock { state in
      state.isClosed = true
      state.multi = nil
    }
  }
}
