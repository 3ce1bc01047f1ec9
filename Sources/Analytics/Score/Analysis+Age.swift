extension Analysis {
  /// From when on the streams of a component are known: the creation, or a later horizon.
  func start(of reach: Reach) -> Int {
    max(creation, reach.start)
  }

  /// Days, with their fraction, for which the streams are known.
  func age(at cutoff: Cutoff, of reach: Reach) -> Double {
    cutoff.days(since: start(of: reach))
  }

  /// Days, with their fraction, for which all streams of the score are known.
  func knownDays(at cutoff: Cutoff) -> Double {
    cutoff.days(since: max(creation, streams.latestHorizon ?? creation))
  }

  /// Why nothing can be said at the cutoff, if so.
  func unknownReason(_ reach: Reach, in window: Window? = nil, at cutoff: Cutoff) -> String? {
    guard cutoff.seconds > creation else { return "the repository did not exist yet" }
    let knowledge = reach.knowledge(of: window ?? cutoff.last(30))
    return knowledge.isKnown ? nil : knowledge.reason
  }

  /// The reason of a component that compares with earlier windows.
  static var tooYoung: String { "fewer than 60 days are known" }
}
