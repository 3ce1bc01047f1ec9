import Model

/// The report of one repository.
package struct HealthReport: Sendable {
  private let input: ReportInput
  private let kind = "health"

  package init(_ input: ReportInput) {
    self.input = input
  }

  /// The document, checked to show on GitHub as it was meant.
  ///
  /// - Parameter templates: The built-in templates, or those a user put in their place.
  /// - Returns: The body, and what of it tells whether anything changed.
  /// - Throws: ``MustacheError`` for a broken template, ``InvalidDocument`` for a broken document.
  package func document(templates: TemplateSet = .builtIn) throws -> ReportDocument {
    let content = Content(input, kind: kind)
    func text(footer: Bool, without omitted: [String] = []) throws -> String {
      try templates.render("health", with: content.data(footer: footer, without: omitted))
    }
    let outline = { omitted in
      templates.hasOverrides ? nil : content.outline(without: omitted)
    }
    let full = try text(footer: true)
    let (body, omitted) = try Content.budget.compose { try text(footer: true, without: $0) }
    let validated = try ValidatedDocument(body, name: "health.md", outline: outline(omitted))
    return ReportDocument(
      body: validated.text,
      comparable: try text(footer: false, without: omitted),
      data: JSONWriter.text(content.hiddenData, .init(isIndented: true)),
      full: omitted.isEmpty
        ? validated.text
        : try ValidatedDocument(full, name: "health.md", outline: outline([]), isBody: false).text
    )
  }
}

/// A document that is ready to be written or sent.
package struct ReportDocument: Hashable, Sendable {
  package let body: String
  /// The body without its footer: unchanged when there is nothing new to say.
  package let comparable: String
  /// The machine-readable form, `repo-vitals/report/1`.
  package let data: String
  /// For a file: with the sections that did not fit into the body.
  package let full: String
}

/// What stands in a health report.
private struct Content {
  private let input: ReportInput
  private let kind: String
  private let verdict: Verdict
  private let advice: [Advice]
  private let sections: [(name: String, section: ReportSection?)]

  init(_ input: ReportInput, kind: String) {
    self.input = input
    self.kind = kind
    verdict = Verdict(input)
    let isJudged = input.lifecycle == .active || input.lifecycle == .new
    let advice = isJudged ? AdviceBuilder(input).advice() : []
    self.advice = advice
    guard input.lifecycle != .archived else {
      sections = Self.names.map { ($0, nil) }
      return
    }
    let year = isJudged ? YearSection(input) : nil
    let named = Set(advice.flatMap(\.items))
    sections = zip(
      Self.names,
      [
        Self.adviceSection(advice, input),
        isJudged ? ScoreSection(input).section : nil,
        year?.section,
        WaitingSection(input, named: named)?.section,
        HistorySection(input)?.section,
        isJudged ? AlertsSection(input)?.section : nil,
        isJudged ? PeersSection(input)?.section : nil,
        isJudged ? Details(input, year: year).section : nil,
        isJudged ? MissingSection(input)?.section : nil,
      ]
    )
    .map { ($0, $1) }
  }

  /// In the order of the document.
  private static let names = [
    "advice", "score", "year", "waiting", "history", "alerts", "peers", "details", "missing",
  ]

  /// Folded parts go first; what to do goes last.
  static let budget = DocumentBudget(
    expendable: ["details", "year", "history", "waiting", "missing", "score", "advice"]
  )

  private static func adviceSection(_ advice: [Advice], _ input: ReportInput) -> ReportSection? {
    guard !advice.isEmpty else { return nil }
    let shown = ShownChanges.tenths(from: input.fourWeeksAgo, to: input.score)
    let bullets = advice.map { advice -> JSONValue in
      let points = advice.component.flatMap { shown[$0] }
        .map { NumberText.change($0, decimals: 1) }
      return .string(advice.inline(points: points).markdown)
    }
    let title = input.fourWeeksAgo == nil ? "What to do" : "What changed, and what to do"
    return ReportSection(title, values: [.init("bullets", .array(bullets))])
  }

  var hiddenData: JSONValue { HiddenData(input, kind: kind, advice: advice).json }

  func data(footer: Bool, without omitted: [String]) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("kind", .string(kind)),
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
      + .code("reports/health.md") + " and in \(place)."
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
