package import Model

/// The report of one repository, of a day or, where its input has a weekly edition, of a week.
package struct HealthReport: Sendable {
  private let input: ReportInput

  package init(_ input: ReportInput) {
    self.input = input
  }

  /// The document, checked to show on GitHub as it was meant.
  ///
  /// - Parameter templates: The built-in templates, or those a user put in their place.
  /// - Returns: The body, and what of it tells whether anything changed.
  /// - Throws: ``MustacheError`` for a broken template, ``InvalidDocument`` for a broken document.
  package func document(templates: TemplateSet = .builtIn) throws -> ReportDocument {
    let content = Content(input)
    let name = content.kind
    func text(footer: Bool, without omitted: [String] = []) throws -> String {
      try templates.render(name, with: content.data(footer: footer, without: omitted))
    }
    let outline = { omitted in
      templates.hasOverrides ? nil : content.outline(without: omitted)
    }
    let full = try text(footer: true)
    let (body, omitted) = try Content.budget.compose { try text(footer: true, without: $0) }
    let validated = try ValidatedDocument(body, name: "\(name).md", outline: outline(omitted))
    return ReportDocument(
      title: content.title,
      marker: input.marker,
      body: validated.text,
      comparable: try text(footer: false, without: omitted),
      data: JSONWriter.text(content.hiddenData, .init(isIndented: true)),
      full: omitted.isEmpty
        ? validated.text
        : try ValidatedDocument(full, name: "\(name).md", outline: outline([]), isBody: false).text
    )
  }
}

/// A document that is ready to be written or sent.
package struct ReportDocument: Hashable, Sendable {
  /// Of an issue that shows it; empty for a comment.
  package let title: String
  /// Also the first line of ``body``.
  package let marker: OwnMarker
  package let body: String
  /// The body without its footer: unchanged when there is nothing new to say.
  package let comparable: String
  /// The machine-readable form, `repo-vitals/report/1`.
  package let data: String
  /// For a file: with the sections that did not fit into the body.
  package let full: String
}

extension ReportInput {
  /// What the tool finds an issue with the report by.
  var marker: OwnMarker {
    guard let weekly else { return OwnMarker(kind: "health", repository: repository.id) }
    let first = weekly.isFirstReading(on: date) ? ["first": "true"] : [:]
    return OwnMarker(
      kind: "weekly",
      repository: repository.id,
      attributes: first.merging(["week": weekly.week.description]) { $1 }
    )
  }
}

/// What stands in a health report.
private struct Content {
  private let input: ReportInput
  private let verdict: Verdict
  private let advice: [Advice]
  private let lastAdvice: LastAdviceSection?
  private let sections: [(name: String, section: ReportSection?)]

  init(_ input: ReportInput) {
    self.input = input
    verdict = Verdict(input)
    let isJudged = input.lifecycle == .active || input.lifecycle == .new
    let advice = isJudged ? AdviceBuilder(input).advice() : []
    let lastAdvice = isJudged ? LastAdviceSection(input) : nil
    (self.advice, self.lastAdvice) = (advice, lastAdvice)
    let isWeekly = input.weekly != nil
    sections = Self.names.filter { isWeekly || !Self.weeklyNames.contains($0) }
      .map { name in
        guard input.lifecycle != .archived else { return (name, nil) }
        switch name {
        case "last_advice": return (name, lastAdvice?.section)
        case "advice": return (name, Self.adviceSection(advice, input))
        case "week": return (name, isJudged ? WeekSection(input)?.section : nil)
        case "score": return (name, isJudged ? ScoreSection(input).section : nil)
        case "year": return (name, isJudged ? YearSection(input)?.section : nil)
        case "waiting":
          let named = Set(advice.flatMap(\.items))
          return (name, WaitingSection(input, named: named)?.section)
        case "history": return (name, HistorySection(input)?.section)
        case "alerts": return (name, AlertsSection(input)?.section)
        case "expect": return (name, isJudged ? ExpectSection(input)?.section : nil)
        case "peers": return (name, isJudged ? PeersSection(input)?.section : nil)
        case "details": return (name, isJudged ? Details(input).section : nil)
        default: return (name, isJudged ? MissingSection(input)?.section : nil)
        }
      }
  }

  /// In the order of the document.
  private static let names = [
    "last_advice", "advice", "week", "score", "year", "waiting", "history", "alerts", "expect",
    "peers", "details", "missing",
  ]
  /// Those that only a weekly report has.
  private static let weeklyNames = ["last_advice", "week"]

  /// Folded parts go first; what to do goes last.
  static let budget = DocumentBudget(
    expendable: [
      "details", "year", "expect", "history", "waiting", "week", "missing", "score", "last_advice",
      "advice",
    ]
  )

  private static func adviceSection(_ advice: [Advice], _ input: ReportInput) -> ReportSection? {
    guard !advice.isEmpty else { return nil }
    let shown = ShownChanges.tenths(from: input.before, to: input.score)
    let bullets = advice.map { advice -> JSONValue in
      let points = advice.component.flatMap { shown[$0] }
        .map { NumberText.change($0, decimals: 1) }
      return .string(advice.inline(points: points).markdown)
    }
    let title = input.before == nil ? "What to do" : "What changed, and what to do"
    return ReportSection(title, values: [.init("bullets", .array(bullets))])
  }

  /// Also the name of its template.
  var kind: String { input.marker.kind }

  var title: String {
    input.weekly.map { WeeklyTitle.text(input, $0, verdict) }
      ?? "Health of \(input.repository.name.name)"
  }

  var hiddenData: JSONValue {
    HiddenData(input, kind: kind, advice: advice, lastAdvice: lastAdvice?.json).json
  }

  func data(footer: Bool, without omitted: [String]) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("kind", .string(kind)),
      .init("marker", .string(input.marker.text)),
      .init(
        "repository",
        [
          "id": .int(input.repository.id.rawValue),
          "name": .string(input.repository.name.description),
        ]
      ),
      .init("verdict", verdict.json),
    ]
    let tail: [JSONValue.Member] = [
      .init("omitted", JSONValue(notice(of: omitted)?.markdown)),
      .init("data", .string(JSONWriter.text(hiddenData, .init(isSafeInHTML: true)))),
      .init("footer", footer ? .string(Footer(input).full.markdown) : .null),
    ]
    return .object(
      head
        + sections.map { name, section in
          .init(name, omitted.contains(name) ? .null : section?.json ?? .null)
        }
        + tail
    )
  }

  /// What a body lacks, and where it is.
  private func notice(of omitted: [String]) -> Inline? {
    let titles = sections.filter { omitted.contains($0.name) }.compactMap(\.section?.title)
    guard !titles.isEmpty else { return nil }
    let place = input.links.external(input.origin.runURL, "the artifact of the run")
    return
      "\(strong: "Left out because it did not fit:") \(CountText.list(titles)); all of it is in "
      + .code("reports/\(kind).md") + " and in \(place)."
  }

  func outline(without omitted: [String]) -> DocumentOutline {
    var outline = DocumentOutline(headings: [verdict.heading])
    for (name, section) in sections where !omitted.contains(name) { outline.append(section) }
    return outline
  }
}

extension Verdict {
  /// What the template finds under `verdict`.
  var json: JSONValue {
    [
      "heading": .string(Inline(heading).markdown),
      "sentence": JSONValue(sentence.map { Inline($0).markdown }),
      "facts": facts.isEmpty
        ? .null : .string(facts.map { Inline($0).markdown }.joined(separator: " · ")),
      "note": JSONValue(note.map { Inline($0).markdown }),
    ]
  }
}
