/// History that GitHub cannot tell again and that is gone with its store.
///
/// Lost are the readings that GitHub shows only as of now: daily counts, downloads and views.
package struct HistoryLoss: Hashable, Sendable {
  package enum Cause: String, Hashable, Sendable {
    /// There was neither a store nor a copy of it, although the tool had run before.
    case missing
    /// The store was damaged, and was set aside.
    case damaged
  }

  package var cause: Cause
  /// Readings before this are still there; nil when none is.
  package var from: Timestamp?
  /// Readings begin again here.
  package var until: Timestamp
  /// When the tool is known to have run first; nil where that is not known.
  package var firstRun: Timestamp?
  /// The name that a damaged file was given.
  package var setAside: String?

  package init(
    cause: Cause,
    from: Timestamp? = nil,
    until: Timestamp,
    firstRun: Timestamp? = nil,
    setAside: String? = nil
  ) {
    self.cause = cause
    self.from = from
    self.until = until
    self.firstRun = firstRun
    self.setAside = setAside
  }

  /// Whether a day is gone; not so where the copy of a damaged store is as new as that.
  package var hasDays: Bool { from.map { $0.day < until.day } ?? true }

  /// What was lost and since when, in one sentence.
  package var sentence: String {
    let what = "Daily counts, downloads and traffic"
    let damage = "the store was damaged" + (setAside.map { " and is kept as \($0)" } ?? "")
    guard let from else {
      let why = cause == .damaged ? damage : "neither the store nor a copy of it was found"
      let end = until.day.spelledOut
      guard let first = firstRun?.day, first < until.day else {
        return "\(what) before \(end) are lost: \(why)."
      }
      let start = "from \(first.spelledOut), when the tool first wrote here,"
      return "\(what) \(start) to \(end) are lost: \(why)."
    }
    guard hasDays else {
      return "No day is lost although \(damage): its copy of \(from.day.spelledOut) took its place."
    }
    let (first, end) = (from.day.spelledOut, until.day.spelledOut)
    return "\(what) from \(first) to \(end) are lost: \(damage), and its copy is of \(first)."
  }

  /// As it stands in the record of a run.
  package var json: JSONValue {
    [
      "cause": .string(cause.rawValue),
      "from": JSONValue(from),
      "until": JSONValue(until),
      "first_run": JSONValue(firstRun),
      "set_aside": JSONValue(setAside),
    ]
  }
}
