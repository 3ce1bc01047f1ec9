import FoundationEssentials
import GitHub
import Model

/// Reads the star history: all of it once, and again when the number of stars says that it
/// changed, at least its newest page once a week.
struct StarReader: Sendable {
  private(set) var state: StreamState
  private(set) var isDone: Bool
  /// The page to read next; nil is the newest.
  private(set) var next: URL?
  /// True while the newest pages are those of an earlier run.
  private var isResumed = false
  private let count: Int?
  private let today: Day

  /// - Parameters:
  ///   - state: Where the stream stands.
  ///   - stored: The sum of the stored days.
  ///   - count: The stars that GitHub counts now; nil where it does not say.
  ///   - now: The run's time.
  init(_ state: StreamState?, stored: Int, count: Int?, now: Timestamp) {
    self.state = state ?? StreamState()
    self.count = count
    today = now.day
    if self.state.horizon == .complete {
      let lastRead = self.state.lastAttempt?.at.day ?? Day(number: 0)
      let isDue = lastRead.distance(to: today) >= 7
      isDone = !isDue && count.map { $0 == stored } ?? true
    } else {
      isDone = false
      next = self.state.cursor.flatMap { URL(string: $0) }
      isResumed = next != nil
    }
  }

  /// Takes a page in, and gives its days up to today: the newest week holds future ones.
  mutating func receive(_ page: StarHistoryPage) -> [StarDay] {
    let days = page.days.filter { $0.day <= today }
    next = page.next
    state.total = count ?? state.total
    guard state.horizon != .complete else { return days }
    state.cursor = page.next?.absoluteString
    if page.next == nil {
      state.horizon = .complete
    } else if let first = days.first {
      state.horizon = .since(first.day.start)
    }
    return days
  }

  /// Decides whether to go on, once the page taken in last is stored.
  mutating func settle(stored: Int) {
    let agrees = count.map { $0 == stored } ?? true
    isDone = next == nil || state.horizon == .complete && agrees
    if isDone, isResumed, !agrees {
      // What came since the run before stands on the newest page.
      (isDone, isResumed, next) = (false, false, nil)
    }
  }
}
