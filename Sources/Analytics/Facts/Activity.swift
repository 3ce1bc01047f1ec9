import Model

/// The days on which people were active, each person once a day.
struct Activity: Sendable {
  /// A person's day, with the nearest ones before and after.
  struct Entry: Hashable, Sendable {
    let day: Int32
    let person: Int32
    /// ``Activity/none`` on the first day.
    fileprivate(set) var previous: Int32
    /// ``Activity/none`` on the last day.
    fileprivate(set) var next: Int32
  }

  /// By day, then person.
  let entries: [Entry]

  /// - Parameters:
  ///   - events: Who was active when, in any order.
  ///   - people: How many people there are.
  init(_ events: [(at: Int, person: Int32)], people: Int) {
    let ordered =
      events.map { event in
        UInt64(UInt32(bitPattern: Int32(Day(at: event.at).number) ^ .min)) << 32
          | UInt64(UInt32(bitPattern: event.person))
      }
      .sorted()
    var entries: [Entry] = []
    entries.reserveCapacity(ordered.count)
    var last = [Int32](repeating: -1, count: people)
    var before: UInt64?
    for packed in ordered where packed != before {
      before = packed
      let day = Int32(bitPattern: UInt32(packed >> 32)) ^ .min
      let person = Int32(bitPattern: UInt32(truncatingIfNeeded: packed))
      let earlier = Int(last[Int(person)])
      if earlier >= 0 { entries[earlier].next = day }
      last[Int(person)] = Int32(entries.count)
      let previous = earlier >= 0 ? entries[earlier].day : Self.none
      entries.append(Entry(day: day, person: person, previous: previous, next: Self.none))
    }
    self.entries = entries
  }

  /// Stands for no day; before all others.
  static let none = Int32.min

  /// The entries of a window, whose ends are midnights.
  func entries(in window: Window) -> ArraySlice<Entry> {
    let (start, end) = (Day(at: window.start).number, Day(at: window.end).number)
    let lower = entries.sortedIndex(from: start) { Int($0.day) }
    return entries[lower..<max(lower, entries.sortedIndex(from: end) { Int($0.day) })]
  }

  /// How many different people were active in the window.
  func people(in window: Window) -> Int {
    let start = window.firstDay
    return entries(in: window).count { $0.previous < start }
  }

  /// How many people were active on at least two days of the window, and how many of those were
  /// active again between its end and `later`.
  func repeating(in window: Window, seenBefore later: Cutoff) -> (people: Int, seen: Int) {
    let (start, end) = (window.firstDay, window.dayAfter)
    let limit = Int32(Day(at: later.seconds).number)
    var (people, seen) = (0, 0)
    // A person's last entry in the window speaks for the person.
    for entry in entries(in: window)
    where (entry.next == Self.none || entry.next >= end) && entry.previous >= start {
      people += 1
      if entry.next != Self.none, entry.next < limit { seen += 1 }
    }
    return (people, seen)
  }
}

extension Window {
  /// The number of the day with which the window begins.
  var firstDay: Int32 { Int32(Day(at: start).number) }
  /// The number of the day before which the window ends.
  var dayAfter: Int32 { Int32(Day(at: end).number) }
}
