import Model

/// How far back the streams behind a value are known.
enum Reach: Hashable, Sendable {
  /// Nothing is known, for the reason given.
  case nothing(String)
  /// Every event from this instant on is known.
  case since(Int)
  case complete

  /// Events before it do not count.
  var start: Int {
    switch self {
    case .nothing: never
    case .since(let horizon): horizon
    case .complete: .min
    }
  }

  /// The horizon, where there is one.
  var horizon: Int? {
    guard case .since(let horizon) = self else { return nil }
    return horizon
  }

  /// The reach of a value that needs all of `reaches`: the shortest.
  static func shortest(_ reaches: [Reach]) -> Reach {
    reaches.max { $0.start < $1.start } ?? .complete
  }

  /// What is known of the days of a window.
  func knowledge(of window: Window) -> Knowledge {
    switch self {
    case .nothing(let reason): return .unknown(reason)
    case .complete: return .whole
    case .since(let horizon):
      guard horizon > window.start else { return .whole }
      let since = Day(beginningFrom: horizon)
      return since.end.seconds <= window.end
        ? .since(since) : .unknown("known only since \(since.spelledOut)")
    }
  }

  /// What is known of something that may have begun at any time before the cutoff.
  func knowledge(ofAllBefore cutoff: Cutoff) -> Knowledge {
    knowledge(of: Window(start: .min, end: cutoff.seconds))
  }
}

/// Whether the days behind a value are known.
enum Knowledge: Hashable, Sendable {
  case whole
  /// The days from this one on are known.
  case since(Day)
  /// No whole day is known, for the reason given.
  case unknown(String)

  var isKnown: Bool {
    if case .unknown = self { false } else { true }
  }

  var status: MetricStatus {
    switch self {
    case .whole: .observed
    case .since: .partial
    case .unknown: .unknown
    }
  }

  /// One sentence why the value is not whole.
  var reason: String? {
    switch self {
    case .whole: nil
    case .since(let day): "known only since \(day.spelledOut)"
    case .unknown(let reason): reason
    }
  }
}
