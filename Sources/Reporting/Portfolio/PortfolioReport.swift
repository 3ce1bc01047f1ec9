package import Model

/// The report of many repositories: which need someone, why, and what to do first.
package struct PortfolioReport: Sendable {
  private let inputs: [ReportInput]
  /// Of the newest data date.
  private let newest: ReportInput
  /// How many repositories there are, read or not.
  private let all: Int
  /// Nil for a file.
  private let edition: PortfolioEdition?

  /// Nil without a repository.
  ///
  /// - Parameters:
  ///   - inputs: One of each repository, in any order; of the same day, or of the last one that was
  ///     read.
  ///   - all: How many repositories there are, where some could not be read.
  ///   - edition: The issue that is to show it; nil for a file.
  package init?(_ inputs: [ReportInput], of all: Int? = nil, edition: PortfolioEdition? = nil) {
    guard let newest = inputs.max(by: { $0.date < $1.date }) else { return nil }
    (self.inputs, self.newest, self.edition) = (inputs, newest, edition)
    self.all = max(all ?? inputs.count, inputs.count)
  }

  /// The document, checked to show on GitHub as it was meant, short enough for an issue.
  ///
  /// - Parameter templates: The built-in templates, or those a user put in their place.
  /// - Returns: The Markdown and the data.
  /// - Throws: ``MustacheError`` for a broken template, ``InvalidDocument`` for a broken document.
  package func document(templates: TemplateSet = .builtIn) throws -> PortfolioDocument {
    let portfolio = Portfolio(inputs)
    let head = PortfolioHead(portfolio)
    let sections = sections(of: portfolio)
    let data = PortfolioData.json(portfolio, owner: owner, on: newest.date)
    let budget = DocumentBudget(expendable: ["details", "data", "fine", "unjudged", "missing"])
    let (text, omitted) = try budget.compose { omitted in
      let hidden = JSONWriter.text(data, .init(isSafeInHTML: true))
      return try templates.render(
        PortfolioDocument.name,
        with: values(
          head,
          sections.filter { !omitted.contains($0.name) },
          [
            .init("marker", .string(markerText)),
            .init("omitted", JSONValue(notice(of: omitted, in: sections)?.markdown)),
            .init("data", omitted.contains("data") ? .null : .string(hidden)),
            .init("footer", .string(footer.full.markdown)),
          ]
        )
      )
    }
    return PortfolioDocument(
      title: edition?.title(of: owner, head.heading, on: newest.date) ?? head.heading,
      marker: marker,
      text: try validated(
        text,
        head,
        sections.filter { !omitted.contains($0.name) },
        templates,
        isBody: true
      ),
      data: JSONWriter.text(data, .init(isIndented: true))
    )
  }

  /// The same in short, for the summary of a run: without method and data.
  ///
  /// - Parameters:
  ///   - templates: The built-in templates, or those a user put in their place.
  ///   - run: What was done with the issue.
  /// - Returns: The Markdown, which ends with a newline.
  /// - Throws: As ``document(templates:)``.
  package func summary(templates: TemplateSet = .builtIn, run: RunRecord) throws -> String {
    let portfolio = Portfolio(inputs)
    let head = PortfolioHead(portfolio)
    let sections = sections(of: portfolio).filter { Self.shortSections.contains($0.name) }
    let delivered = run.delivered.filter { $0.kind == RunRecord.DeliveredRecord.portfolioIssue }
      .map { record -> Inline in
        let words = newest.links.external(record.url, "portfolio issue")
        return "\(strong: "Delivered:") \(record.action) \(words)."
      }
    let text = try templates.render(
      PortfolioDocument.name,
      with: values(
        head,
        sections,
        [
          .init("delivered", JSONValue(delivered.first?.markdown)),
          .init("footer", .string(footer.short.markdown)),
        ]
      )
    )
    return try validated(text, head, sections, templates, isBody: false)
  }

  /// What the summary of a run has room for.
  private static let shortSections: Set = ["needing", "fine", "unjudged"]

  private func validated(
    _ text: String,
    _ head: PortfolioHead,
    _ sections: [(name: String, section: ReportSection?)],
    _ templates: TemplateSet,
    isBody: Bool
  ) throws -> String {
    var outline = DocumentOutline(headings: [head.heading])
    for (_, section) in sections { outline.append(section) }
    return try ValidatedDocument(
      text,
      name: "\(PortfolioDocument.name).md",
      outline: templates.hasOverrides ? nil : outline,
      isBody: isBody
    )
    .text
  }

  private func sections(of portfolio: Portfolio) -> [(name: String, section: ReportSection?)] {
    [
      ("needing", PortfolioTable.needing(portfolio.needing)),
      ("fine", PortfolioTable.fine(portfolio.fine)),
      ("unjudged", PortfolioUnjudged.section(portfolio.unjudged)),
      ("details", PortfolioDetails(portfolio).section),
      ("missing", PortfolioMissing.section(portfolio.entries)),
    ]
  }

  /// What the template finds: that of every form of the document, then of one.
  private func values(
    _ head: PortfolioHead,
    _ sections: [(name: String, section: ReportSection?)],
    _ own: [JSONValue.Member]
  ) -> JSONValue {
    let common: [JSONValue.Member] = [
      .init("kind", .string(PortfolioDocument.name)),
      .init("heading", .string(Inline(head.heading).markdown)),
      .init("sentence", JSONValue(head.sentence.map { Inline($0).markdown })),
      .init("counts", .string(Inline(head.counts).markdown)),
    ]
    let shown = Dictionary(sections.map { ($0.name, $0.section) }) { first, _ in first }
    let names = ["needing", "fine", "unjudged", "details", "missing"]
    let forms = ["marker", "delivered", "omitted", "data"]
      .filter { name in !own.contains { $0.key == name } }
    return .object(
      common + own + forms.map { .init($0, .null) }
        + names.map { .init($0, (shown[$0] ?? nil)?.json ?? .null) }
    )
  }

  /// The small print.
  private var footer: Footer {
    let read = inputs.count { $0.date == newest.date }
    let noun = CountText.noun(all, "repository", "repositories")
    return Footer(
      newest,
      read: "\(NumberText.count(read)) of \(NumberText.count(all)) \(noun) read",
      previous: edition.flatMap { edition in
        edition.previousIssue.map { edition.links.issue($0, Footer.lastWeek) }
      }
    )
  }

  /// What the document lacks, and where it is.
  private func notice(
    of omitted: [String],
    in sections: [(name: String, section: ReportSection?)]
  ) -> Inline? {
    let titles = sections.filter { omitted.contains($0.name) }.compactMap(\.section?.title)
    guard !titles.isEmpty else { return nil }
    return
      "\(strong: "Left out because it did not fit:") \(CountText.list(titles)); every repository is in "
      + "the JSON that \(.code("vitals report portfolio --format json")) writes."
  }

  /// Nil where the repositories have several.
  private var owner: String? {
    let owners = Set(inputs.map(\.repository.name.owner))
    return owners.count == 1 ? owners.first : nil
  }

  private var marker: OwnMarker? { edition?.marker(of: owner, on: newest.date) }

  /// As in the first line of the tool's other documents; in a file it is of no repository.
  private var markerText: String {
    if let marker { return marker.text }
    let owner = owner.map { " org=\($0)" } ?? ""
    let week = Week(containing: newest.date)
    return "<!-- repo-vitals:v1 kind=\(PortfolioDocument.name)\(owner) week=\(week) -->"
  }
}

/// A portfolio that is ready to be written or sent.
package struct PortfolioDocument: Hashable, Sendable {
  /// Of its template, of its files without their extension, and in its marker.
  package static let name = "portfolio"

  /// Of an issue that shows it.
  package let title: String
  /// Also the first line of ``text``; nil for a file.
  package let marker: OwnMarker?
  /// The Markdown, which fits into an issue.
  package let text: String
  /// The machine-readable form, `repo-vitals/report/1`, with every repository.
  package let data: String
}
