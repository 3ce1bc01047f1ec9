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
    let body = try templates.render(name, with: content.data(footer: true))
    let comparable = try templates.render(name, with: content.data(footer: false))
    let validated = try ValidatedDocument(
      body,
      name: "\(name).md",
      outline: templates.hasOverrides ? nil : content.outline
    )
    return ReportDocument(
      title: content.title,
      marker: input.marker,
      body: validated.text,
      comparable: comparable,
      data: JSONWriter.text(content.hiddenData, .init(isIndented: true))
    )
  }
}

/// A document that is ready to be written or sent.
package struct ReportDocument: Hashable, Sendable {
  /// Of an issue that shows it.
  package let title: String
  /// Also the first line of ``body``.
  package let marker: OwnMarker
  package let body: String
  /// The body without its footer: unchanged when there is nothing new to say.
  package let comparable: String
  /// The machine-readable form, `repo-vitals/report/1`.
  package let data: String
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
        case "alerts": return (name, AlertsSection(input)?.section)
        case "history": return (name, HistorySection(input)?.section)
        case "details": return (name, isJudged ? Details(input).section : nil)
        default: return (name, isJudged ? MissingSection(input)?.section : nil)
        }
      }
  }

  /// In the order of the document.
  private static let names = [
    "last_advice", "advice", "week", "score", "year", "waiting", "alerts", "history",
    "details", "missing",
  ]
  /// Those that only a weekly report has.
  private static let weeklyNames = ["last_advice", "week"]

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

  func data(footer: Bool) -> JSONValue {
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
      .init("data", .string(JSONWriter.text(hiddenData, .init(isSafeInHTML: true)))),
      .init("footer", footer ? .string(Footer(input).full.markdown) : .null),
    ]
    return .object(
      head + sections.map { .init($0.name, $0.section?.json ?? .null) } + tail
    )
  }

  var outline: DocumentOutline {
    var outline = DocumentOutline(headings: [verdict.heading])
    for (_, section) in sections { outline.append(section) }
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
