import Synchronization

/// Lets tasks through a few at a time, those of the highest priority first.
///
/// A lock and no actor: a cancellation is then heard at once, without a task to carry it.
package final class Turnstile: Sendable {
  private struct State: Sendable {
    var queue: AdmissionQueue
    var lastTicket = 0
    /// Tickets not at the queue yet; a cancellation takes them out of here.
    var announced: Set<Int> = []
    var sleepers: [Int: CheckedContinuation<Void, any Error>] = [:]
  }

  private let state: Mutex<State>

  /// - Parameter limit: How many may be inside at a time.
  package init(limit: Int) {
    state = Mutex(State(queue: AdmissionQueue(limit: limit)))
  }

  /// Runs `body` when its turn has come.
  ///
  /// - Parameters:
  ///   - priority: The higher one goes first.
  ///   - body: What runs inside.
  /// - Returns: What `body` returns.
  /// - Throws: `CancellationError` when the task is cancelled while it waits; what `body` throws.
  package func pass<Result>(
    _ priority: Priority,
    _ body: () async throws -> Result
  ) async throws -> Result {
    try await enter(priority)
    defer { leave() }
    return try await body()
  }

  private func enter(_ priority: Priority) async throws {
    let ticket = state.withLock { state in
      state.lastTicket += 1
      state.announced.insert(state.lastTicket)
      return state.lastTicket
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isCancelled = state.withLock { state in
          guard state.announced.remove(ticket) != nil else { return true }
          if state.queue.arrive(ticket, priority: priority) {
            continuation.resume()
          } else {
            state.sleepers[ticket] = continuation
          }
          return false
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        state.announced.remove(ticket)
        return state.queue.abandon(ticket) ? state.sleepers.removeValue(forKey: ticket) : nil
      }
      sleeper?.resume(throwing: CancellationError())
    }
  }

  private func leave() {
    let next = state.withLock { state in
      state.queue.leave().flatMap { state.sleepers.removeValue(forKey: $0) }
    }
    next?.resume()
  }
}
