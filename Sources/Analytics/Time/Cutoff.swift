import Model

/// The instant at which a data date ends: what happens at or after it does not count.
///
/// Instants are whole seconds since 1970 here, held within ``limits`` so that no date of a foreign
/// commit can overflow a difference.
struct Cutoff: Hashable, Sendable {
  /// Midnight after the data date.
  let seconds: Int

  init(endOf day: Day) {
    let bound = Self.limits.upperBound / Self.day
    seconds = Day(number: min(max(day.number, -bound), bound)).end.seconds
  }

  /// The number of the day that begins with the cutoff.
  var day: Int { seconds.day }

  /// The `days` before the cutoff, without the newest `recent` of them.
  func last(_ days: Int, without recent: Int = 0) -> Window {
    Window(start: seconds - days * Self.day, end: seconds - recent * Self.day)
  }

  /// Days from `start` to the cutoff with their fraction, negative when it comes later.
  func days(since start: Int) -> Double {
    Double(seconds - start) / Double(Self.day)
  }

  /// Seconds in a day.
  static let day = 86_400
  /// About 35,000 years around 1970.
  static let limits = -(1 << 40)...(1 << 40)
}

/// A half-open span of instants that begins and ends at midnight.
struct Window: Hashable, Sendable {
  let start: Int
  let end: Int

  func contains(_ instant: Int) -> Bool { start <= instant && instant < end }

  /// The three 30-day windows before the last one, newest first.
  static func references(before cutoff: Cutoff) -> [Window] {
    [cutoff.last(60, without: 30), cutoff.last(90, without: 60), cutoff.last(120, without: 90)]
  }
}

/// Stands for an event that has not happened.
let never = Int.max

extension Int {
  /// The number of the day that contains the instant; ``never`` stays what it is.
  var day: Int { self == never ? never : Day(at: self).number }
}

extension Timestamp {
  /// Seconds since 1970, held within ``Cutoff/limits``.
  var bounded: Int {
    min(max(seconds, Cutoff.limits.lowerBound), Cutoff.limits.upperBound)
  }
}

extension Day {
  /// The day that contains the instant.
  init(at instant: Int) {
    self = Timestamp(seconds: instant).day
  }

  /// The first day that begins at or after the instant.
  init(beginningFrom instant: Int) {
    let day = Day(at: instant)
    self = day.start.seconds == instant ? day : day.advanced(by: 1)
  }
}
