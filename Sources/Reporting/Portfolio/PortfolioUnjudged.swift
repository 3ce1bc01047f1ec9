import Analytics
import Model

/// *Not judged*: each repository whose score would say too little, with the reason.
struct PortfolioUnjudged {
  private let entry: PortfolioEntry
  private var input: ReportInput { entry.input }

  private init(_ entry: PortfolioEntry) {
    self.entry = entry
  }

  /// Nil where all are judged.
  static func section(_ entries: [PortfolioEntry]) -> ReportSection? {
    guard !entries.isEmpty else { return nil }
    let bullets = entries.map { JSONValue.string(PortfolioUnjudged($0).line.markdown) }
    return ReportSection("Not judged", values: [.init("bullets", .array(bullets))])
  }

  private var line: Inline {
    let alert: Inline = entry.alert.map { " There is an \($0)." } ?? ""
    return switch entry.standing {
    case .archived: "\(entry.link) is archived."
    case .inactive: "\(entry.link) \(inactive)\(alert)\(.lineBreak)\(Self.rest)"
    case .withoutScore: "\(entry.link) \(young)\(alert)"
    case .early(let score):
      "\(entry.link) gives an early reading: about \(NumberText.score(score)) of 100, from "
        + "\(days) known. Alerts start at \(NumberText.score(ScoreRule.earlyDays)) days.\(alert)"
    case .thin(let score), .judged(let score):
      "\(entry.link) has little to go on: about \(NumberText.score(score)) of 100"
        + "\(Inline(evidence)). Such a score raises no alert.\(alert)"
    }
  }

  private static let rest: Inline =
    "\(strong: "Next:") say so in its README, or archive it."

  private var days: String { CountText.of(max(0, Int(input.knownDays.rounded(.down))), "day") }

  private var young: Inline {
    guard input.knownDays < ScoreRule.componentDays else {
      return "has not enough data yet. \(entry.verdict.sentence ?? "")"
    }
    let start = input.knownSince == nil ? "is \(days) old" : "is known for \(days)"
    let least = NumberText.score(ScoreRule.componentDays)
    return "\(start). Not enough data yet; a first score comes by day \(least)."
  }

  private var inactive: Inline {
    let nobody = input.inactiveSince
      .map { ": nobody for \(DurationText.waiting(from: $0.end, to: input.end))" }
    let open = [(Item.Kind.pull, "pull request"), (.issue, "issue")]
      .map { kind, noun in (input.openItems.count { $0.kind == kind }, noun) }
      .filter { $0.0 > 0 }
    let verb = open.map(\.0).reduce(0, +) == 1 ? "is" : "are"
    let list = CountText.list(
      open.enumerated()
        .map { index, part in
          let count = index == 0 ? NumberText.capitalWord(part.0) : NumberText.count(part.0)
          return "\(count)\(NumberText.space)\(CountText.noun(part.0, part.1))"
        }
    )
    let left = open.isEmpty ? "Nothing is open." : "\(list) \(verb) open."
    return "is inactive\(nobody ?? ""). \(left)"
  }

  /// How little lies behind the score.
  private var evidence: String {
    let people = entry.count("active_30d", of: .contributors)
      .map { $0 == 0 ? "nobody active" : CountText.of($0, "active person", "active people") }
    let merges = entry.count("merged_30d", of: .throughput)
      .map { $0 == 0 ? "no merge" : CountText.of($0, "merge") }
    let parts = [people, merges].compactMap(\.self)
    return parts.isEmpty ? "" : ", from \(CountText.list(parts)) in 30 days"
  }
}
