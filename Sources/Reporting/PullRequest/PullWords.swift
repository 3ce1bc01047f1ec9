import Analytics
import Model

/// The sentences of a comment on a pull request.
struct PullWords {
  private let outlook: PullOutlook
  private let report: ReportInput

  init(_ outlook: PullOutlook, report: ReportInput) {
    self.outlook = outlook
    self.report = report
  }

  var welcome: Inline {
    let login = outlook.subject.author?.login ?? ""
    let thanks: Inline = "Thank you, \(.code(login)), for your first pull request here."
    return .strong(thanks) + (firsts.map { " " + Inline($0) } ?? "")
  }

  /// How it went for others; nothing where nobody's was merged.
  private var firsts: String? {
    let (all, merged) = (outlook.contribution.firsts, outlook.contribution.firstsMerged)
    guard merged > 0 else { return nil }
    if all == 1 { return "The only other first pull request of the past two years was merged." }
    let count =
      merged == all
      ? "All \(NumberText.word(all))"
      : "\(NumberText.capitalWord(merged)) of \(NumberText.word(all))"
    let open = outlook.contribution.firstsOpen
    let rest = open > 0 ? "; \(NumberText.word(open)) \(open == 1 ? "is" : "are") open" : ""
    return "\(count) first pull requests of the past two years were merged\(rest)."
  }

  /// What is to be expected; nil where too little is known.
  var times: ReportTable? {
    let rows = [("First review", outlook.expected.firstReview), ("Merged", outlook.expected.merge)]
      .compactMap { name, range -> [Inline]? in
        range.map { [Inline(name), Inline(Self.half($0)), Inline(Self.most($0))] }
      }
    return rows.isEmpty ? nil : ReportTable(columns: ["what", "half", "most"], rows: rows)
  }

  private static func half(_ range: PullOutlook.Range) -> String {
    range.middle.map { DurationText.of(hours: $0) } ?? "not yet half"
  }

  private static func most(_ range: PullOutlook.Range) -> String {
    let low = DurationText.of(hours: range.low)
    return range.high.map { "\(low) to \(DurationText.of(hours: $0))" } ?? "\(low) or more"
  }

  /// The times in a sentence, with where they come from.
  var expected: Inline? {
    let parts = [("first review", outlook.expected.firstReview), ("merge", outlook.expected.merge)]
      .compactMap { name, range in range.map { "a \(name) after \(Self.most($0))" } }
    guard let source, !parts.isEmpty else { return nil }
    return "\(strong: "To expect:") \(parts.joined(separator: ", ")) (8 of 10 of \(source))."
  }

  /// As in `191 pull requests by regulars in two years`.
  private var source: String? {
    let ranges = [outlook.expected.firstReview, outlook.expected.merge].compactMap(\.self)
    guard let range = ranges.max(by: { $0.cases < $1.cases }) else { return nil }
    let pulls = CountText.noun(range.cases, "pull request")
    let count = NumberText.word(range.cases)
    return switch range.comparison {
    case .firsts: "\(count) first \(pulls) in two years"
    case .regulars: "\(count) \(pulls) by regulars in two years"
    case .everyone: "\(count) \(pulls) in two years"
    }
  }

  var size: Inline? {
    guard let size = outlook.size else { return nil }
    let others =
      size.largerThan == size.of
      ? "all \(NumberText.count(size.of))"
      : "\(NumberText.count(size.largerThan)) of the \(NumberText.count(size.of))"
    let usual = CountText.of(Int(size.median.rounded()), "line")
    return
      "\(strong: "Larger than \(others) pull requests of the past year:") \(Self.change(size.change))."
      + " Half of them change \(usual) or fewer."
  }

  /// Those from the border on beside the rest.
  var groups: ReportTable? {
    guard let size = outlook.size else { return nil }
    func hours(_ value: Double?) -> Inline {
      Inline(value.map { DurationText.of(hours: $0) } ?? "unknown")
    }
    return ReportTable(
      columns: ["what", "large", "small"],
      rows: [
        [
          "Pull requests", Inline(NumberText.count(size.large.count)),
          Inline(NumberText.count(size.small.count)),
        ],
        [
          "First review, half within", hours(size.large.firstReview), hours(size.small.firstReview),
        ],
        ["Merged, half within", hours(size.large.merge), hours(size.small.merge)],
      ]
    )
  }

  static let advice: Inline =
    "\(strong: "What helps:") if most of it is mechanical, such as a rename, say which files need a reader's eye, or put the mechanical part in its own pull request."

  var waiting: Inline? {
    guard let hours = outlook.waiting.hours, let threshold = outlook.waiting.threshold else {
      return nil
    }
    let lead = "Waiting \(DurationText.of(hours: hours)) for a first review:"
    let usual = DurationText.of(hours: threshold)
    return "\(strong: lead) longer than 9 of 10 wait here (\(usual))."
      + " \(strong: "What helps:") a first look, even a short one, or a word on when it may come."
  }

  var queue: Inline? {
    guard let usual = outlook.queue.usual else { return nil }
    let lead =
      "\(CountText.of(outlook.queue.others, "other is", "others are")) open, usually \(NumberText.short(usual)):"
    return "\(strong: lead) a first review may take longer than it does on other days."
  }

  /// The last sentences for a newcomer.
  func newcomerRest(withQueue: Bool) -> Inline {
    let facts = [
      outlook.subject.size.map { "it changes \(Self.change($0))" }, withQueue ? others : nil,
    ]
    let text = facts.compactMap(\.self).joined(separator: ", and ")
    let start = text.isEmpty ? "" : text.capitalizedFirst + ". "
    return Inline(start + "You need not do anything now.")
  }

  /// The last sentences for everybody else.
  func rest(withQueue: Bool) -> Inline? {
    let parts = [
      withQueue ? "\(others.capitalizedFirst)." : nil,
      health.map { "Health: \($0.lowercasedFirst)." },
    ]
    let text = parts.compactMap(\.self).joined(separator: " ")
    return text.isEmpty ? nil : Inline(text)
  }

  private var others: String {
    let count = outlook.queue.others
    guard count > 0 else { return "no other pull request is open" }
    return "\(CountText.words(count, "other is", "others are")) open"
  }

  /// As in `Healthy, rising, 78 of 100`.
  private var health: String? {
    report.score.value == nil ? nil : Verdict(report).heading.replacing(": ", with: ", ")
  }

  /// How the project does, and where the times come from.
  var about: Inline? {
    var sentences: [String] = []
    if report.score.value != nil { sentences.append("\(Verdict(report).heading).") }
    let parts = report.score.known.filter { [.contributors, .freshness].contains($0.id) }
    sentences += parts.map { "\(ComponentWords($0).facts.capitalizedFirst)." }
    if let source { sentences.append("Times above are from \(source), without bots.") }
    return sentences.isEmpty ? nil : Inline(sentences.joined(separator: " "))
  }

  var footer: Inline {
    let links = report.links
    return .joined(
      [
        "Data to \(DateText.dayAndYear(outlook.date)) (UTC)",
        "RepoVitals \(report.origin.version)",
        "written once, and updated only if something changes",
        links.page("pull-requests.md", "why this comment"),
      ],
      by: " · "
    )
  }

  static func change(_ change: ChangeSize) -> String {
    "\(CountText.of(change.lines, "line")) in \(CountText.of(change.files, "file"))"
  }
}
