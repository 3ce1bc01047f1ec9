/// Decides who goes next where only some may go at a time.
package struct AdmissionQueue: Hashable, Sendable {
  private struct Waiter: Hashable, Sendable {
    let ticket: Int
    let priority: Priority
  }

  private let limit: Int
  private var running = 0
  /// In the order of arrival.
  private var waiters: [Waiter] = []

  /// - Parameter limit: How many may go at a time, at least 1.
  package init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Whether `ticket` may go at once; otherwise it waits for ``leave()``.
  package mutating func arrive(_ ticket: Int, priority: Priority) -> Bool {
    guard running >= limit else {
      running += 1
      return true
    }
    waiters.append(Waiter(ticket: ticket, priority: priority))
    return false
  }

  /// One has ended: gives the ticket that goes in its place, highest priority and oldest first.
  package mutating func leave() -> Int? {
    let highest = waiters.lazy.map(\.priority).max()
    guard let index = waiters.firstIndex(where: { $0.priority == highest }) else {
      running -= 1
      return nil
    }
    return waiters.remove(at: index).ticket
  }

  /// Takes a waiting ticket out; false when it does not wait.
  package mutating func abandon(_ ticket: Int) -> Bool {
    guard let index = waiters.firstIndex(where: { $0.ticket == ticket }) else { return false }
    waiters.remove(at: index)
    return true
  }
}
