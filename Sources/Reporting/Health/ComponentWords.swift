import Analytics

/// How the report speaks of the five parts of the score.
struct ComponentWords {
  private static let mostForksCounted = 10

  let component: ComponentReading

  init(_ component: ComponentReading) {
    self.component = component
  }

  static func name(of id: ComponentID) -> String {
    switch id {
    case .contributors: "Contributors"
    case .throughput: "PR throughput"
    case .velocity: "Review velocity"
    case .freshness: "Issue freshness"
    case .forks: "Fork growth"
    }
  }

  /// For lists inside a sentence.
  static func topic(of id: ComponentID) -> String {
    switch id {
    case .contributors: "people"
    case .throughput: "merging"
    case .velocity: "review speed"
    case .freshness: "answers"
    case .forks: "forks"
    }
  }

  /// What happened when the part rose or fell.
  func event(rose: Bool) -> String {
    switch component.id {
    case .contributors: rose ? "More people took part" : "Fewer \(missed) took part"
    case .throughput where !rose && !isLess("merged"): "More pull requests stay open"
    case .throughput: rose ? "Merging picked up" : "Merging slowed down"
    case .velocity: rose ? "Reviews got faster" : "Reviews slowed down"
    case .freshness: rose ? "Answers got faster" : "Answers slowed down"
    case .forks: rose ? "Forks picked up" : "Forks slowed down"
    }
  }

  /// Of whom there are fewer when people give way: regulars, where as many as usual are active.
  var missed: String { isLess("active") ? "people" : "regulars" }

  /// Whether a count is below its usual level, so that its words do not speak against its numbers.
  private func isLess(_ name: String) -> Bool {
    guard let now = component["\(name)_30d"], let usual = component["\(name)_baseline"] else {
      return false
    }
    return now < usual
  }

  /// The words beside the part, built from its inputs.
  var facts: String {
    if component.score == nil { return reason }
    let parts =
      switch component.id {
      case .contributors: [people, regulars]
      case .throughput: [merged(), matured]
      case .velocity: [reviewed]
      case .freshness: [answered]
      case .forks: [forked]
      }
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  /// Why there are none: what the token lacks rather than how GitHub put it.
  private var reason: String {
    if let need = component.tokenNeed { return "the token needs \(need)" }
    let words = component.reason ?? "no data"
    return words.hasPrefix("GitHub") ? words : words.lowercasedFirst
  }

  /// The first of the facts, for a sentence.
  var mainFact: String {
    switch component.id {
    case .contributors: people ?? facts
    case .throughput: pulls ?? facts
    default: facts
    }
  }

  /// How the part stands, for a row that says nothing else of it; nil without data.
  var shortFact: String? {
    guard component.score != nil else { return nil }
    return switch component.id {
    case .contributors: people
    case .throughput: merged(none: "nothing")
    case .velocity: reviewed
    case .freshness: answeredInTime
    case .forks: forked
    }
  }

  private var people: String? {
    guard let active = component.count("active_30d") else { return nil }
    let start =
      active == 0
      ? "nobody active in 30 days"
      : "\(CountText.of(active, "person", "people")) active in 30 days"
    return start + usually("active_baseline", none: "nobody", countsDistinct: true)
  }

  private var regulars: String? {
    guard let all = component.count("repeat_contributors"), all > 0,
      let seen = component.count("repeat_seen")
    else { return nil }
    return "\(NumberText.count(seen)) of \(CountText.of(all, "regular")) among them"
  }

  private func merged(none: String = "none") -> String? {
    guard let merged = component.count("merged_30d") else { return nil }
    let count = merged == 0 ? none : NumberText.count(merged)
    return "\(count) merged in 30 days" + usually("merged_baseline", none: "none")
  }

  /// The same with its noun, for a sentence that speaks of merging already.
  private var pulls: String? {
    guard let merged = component.count("merged_30d") else { return nil }
    let count = merged == 0 ? "no pull request" : CountText.of(merged, "pull request")
    return "\(count) in 30 days" + usually("merged_baseline", none: "none")
  }

  private var matured: String? {
    guard let all = component.count("matured"), all > 0,
      let resolved = component.count("matured_resolved")
    else { return nil }
    return "\(NumberText.count(resolved)) of \(NumberText.count(all)) older "
      + "\(CountText.noun(all, "one")) merged or closed"
  }

  private var reviewed: String? {
    if component.isMedianReached, let hours = component["median_hours"] {
      return "half are merged within \(DurationText.of(hours: hours))"
    }
    guard let merged = component.count("merged_90d"), let open = component.count("open_90d") else {
      return nil
    }
    let all = CountText.of(merged + open, "pull request")
    return "\(NumberText.count(merged)) of \(all) in 90 days merged so far"
  }

  private var answeredInTime: String? {
    guard let all = component.count("issues"), let answered = component.count("answered_7d") else {
      return nil
    }
    return "\(answered == 0 ? "none" : NumberText.count(answered)) of "
      + "\(CountText.of(all, "issue")) answered within 7 days"
  }

  private var answered: String? {
    guard let start = answeredInTime else { return nil }
    guard component.isMedianReached, let hours = component["median_hours"] else { return start }
    return start + ", half within \(DurationText.of(hours: hours))"
  }

  private var forked: String? {
    guard let forks = component.count("forks_30d") else { return nil }
    let start =
      forks == 0 ? "no new fork in 30 days" : "\(CountText.of(forks, "new fork")) in 30 days"
    return start + ", \(forksBefore)"
  }

  /// Forks come one by one, so that a mean says less than their number.
  var forksBefore: String {
    guard let mean = component["forks_baseline"] else { return "an unknown number before" }
    let count = Int((mean * Double(component.baselineDays) / 30).rounded())
    guard count <= Self.mostForksCounted else { return "usually \(NumberText.short(mean))" }
    let words = count == 0 ? "none" : NumberText.count(count)
    return "\(words) in the \(component.baselineDays) days before"
  }

  /// A monthly mean, or the plain count where that is below 1 or there was one month only.
  private func usually(
    _ name: String,
    none: String,
    countsDistinct: Bool = false
  ) -> String {
    guard let mean = component[name] else { return "" }
    let days = component.baselineDays
    if days > 30, mean >= 1 { return ", usually \(NumberText.short(mean))" }
    if countsDistinct, mean > 0, days > 30 { return ", usually fewer than 1" }
    let count = Int((mean * Double(days) / 30).rounded())
    let words = count == 0 ? none : NumberText.count(count)
    return ", \(words) in the \(days) days before"
  }
}
