import Analytics
import Model

/// How things stand: heading, the sentence why, and the facts.
struct Verdict {
  var heading: String
  /// State and direction in a few words, as in `healthy, rising`.
  let state: String
  /// The same with the number, as in `healthy, rising (75)`.
  let shortState: String
  /// Nil where the heading says it all.
  var sentence: String?
  var facts: [String] = []
  /// How far the report can be trusted, where that is in doubt.
  var note: String?

  init(_ input: ReportInput) {
    let standing = Standing(input)
    switch standing {
    case .archived: self.init(heading: "Archived")
    case .inactive: self.init(inactive: input)
    case .withoutScore: self.init(withoutScore: input)
    case .early(let score): self.init(early: input, score: score)
    case .thin(let score): self.init(thin: input, score: score)
    case .judged(let score): self.init(banded: input, score: score)
    }
    if standing.isScored { note = Note(input).text }
  }

  private init(heading: String, sentence: String? = nil, facts: [String] = []) {
    self.heading = heading
    let parts = heading.replacing(" of 100", with: "").split(separator: ": ", maxSplits: 1)
    let number = parts.count > 1 ? " (\(parts[1]))" : ""
    state = (parts.first.map(String.init) ?? "").lowercasedFirst
    shortState = state + number
    self.sentence = sentence
    self.facts = facts
  }

  private init(inactive input: ReportInput) {
    let day = input.inactiveSince.map { " since \(DateText.dayAndYear($0))" } ?? ""
    let issues = input.openItems.count { $0.kind == .issue }
    let pulls = input.openItems.count { $0.kind == .pull }
    let open = [(issues, "issue"), (pulls, "pull request")]
      .filter { $0.0 > 0 }
      .map { CountText.words($0.0, $0.1) }
    let verb = issues + pulls == 1 ? "is" : "are"
    let rest =
      open.isEmpty
      ? "Nothing is open." : "\(CountText.list(open).capitalizedFirst) \(verb) still open."
    let advice = "Say in the README that the project rests, or archive the repository."
    self.init(heading: "Inactive\(day)", sentence: "\(rest) \(advice)")
  }

  private init(withoutScore input: ReportInput) {
    let missing = input.score.unknown.map { ComponentWords.name(of: $0.id) }
    let names = CountText.list(
      missing.enumerated().map { $0.offset == 0 ? $0.element : $0.element.lowercasedName }
    )
    var sentence =
      missing.isEmpty ? "" : "\(names) \(missing.count == 1 ? "has" : "have") no data. "
    let wait = Int((ScoreRule.componentDays - input.knownDays).rounded(.up))
    if wait > 0 {
      let day = DateText.day(Day(number: input.date.number + wait), near: input.date)
      sentence += "The first score comes when 60 days are known, about \(day)."
    } else {
      sentence += "The score returns with the next activity in them."
    }
    self.init(heading: "Not enough data yet", sentence: sentence, facts: [Self.parts(input)])
  }

  private init(early input: ReportInput, score: Double) {
    let since = input.knownSince.map { ["known since \(DateText.day($0, near: input.date))"] }
    self.init(
      heading: "Early reading: about \(NumberText.score(score)) of 100",
      sentence: VerdictSentence(input).bestAndLowest,
      facts: Self.doubt(input) + (since ?? [Self.knownDays(input)])
        + ["no alerts before 90 days are known"]
    )
  }

  private static func knownDays(_ input: ReportInput) -> String {
    let days = max(0, Int(input.knownDays.rounded(.down)))
    return "\(CountText.of(days, "day")) known"
  }

  private init(thin input: ReportInput, score: Double) {
    self.init(
      heading: "Little to go on: about \(NumberText.score(score)) of 100",
      sentence: VerdictSentence(input).thin,
      facts: Self.changes(input) + Self.doubt(input) + [Self.parts(input)]
    )
  }

  private init(banded input: ReportInput, score: Double) {
    let number = Band(score: score)
    let state = input.score.publishedBand ?? number
    let course = Direction.of(input)
    let words = VerdictSentence(input)
    let heading: String
    var direction = course?.direction
    if number < state {
      heading = "\(state.rawValue.capitalizedFirst), slipping to \(number.rawValue)"
      direction = .falling
    } else if number > state {
      heading = "\(state.rawValue.capitalizedFirst), heading for \(number.rawValue)"
      direction = .rising
    } else {
      heading = state.rawValue.capitalizedFirst + (direction.map { ", \($0)" } ?? "")
    }
    self.init(
      heading: "\(heading): \(NumberText.score(score)) of 100",
      sentence: words.sentence(state: state, direction ?? .steady, since: course?.since),
      facts: Self.changes(input) + Self.doubt(input) + [Self.parts(input), Self.alerts(input)]
    )
  }

  private static func changes(_ input: ReportInput) -> [String] {
    guard let now = input.score.value else { return [] }
    let spans = [(input.fourWeeksAgo, "4 weeks"), (input.weekAgo, "7 days")]
    return (input.span == .week ? spans.reversed() : spans)
      .compactMap { reading, span in
        guard let before = reading?.value else { return nil }
        let change = NumberText.change(now - before, decimals: 0)
        return change == "0" ? "no change in \(span)" : "\(change) in \(span)"
      }
  }

  private static func doubt(_ input: ReportInput) -> [String] {
    guard let error = input.score.standardError else { return [] }
    return ["give or take \(NumberText.score(error * ScoreRule.shownErrors))"]
  }

  /// As in `all five parts known`.
  static func parts(_ input: ReportInput) -> String {
    let (known, all) = (input.score.known.count, input.score.components.count)
    return "\(CountText.share(known, of: all, "part")) known"
  }

  private static func alerts(_ input: ReportInput) -> String {
    input.openAlerts == 0 ? "no open alert" : "\(CountText.of(input.openAlerts, "alert")) open"
  }
}

/// The numbers of docs/metrics.md, section 5, that the report mentions.
enum ScoreRule {
  /// Below it the reading is early, and no alert is raised.
  static let earlyDays = 90.0
  /// What most parts need.
  static let componentDays = 60.0
  /// Days the score looks back on.
  static let lookBackDays = 120
  /// Below it there is little to go on.
  static let leastConfidence = 0.35
  /// Standard errors in the 90% range.
  static let shownErrors = 1.64
}

extension String {
  /// The name of a part inside a sentence, abbreviations kept.
  var lowercasedName: String { hasPrefix("PR") ? self : lowercasedFirst }
}
