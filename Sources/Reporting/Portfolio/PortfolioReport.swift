import Model

/// The report of many repositories: which need someone, why, and what to do first.
package struct PortfolioReport: Sendable {
  private let inputs: [ReportInput]
  private let first: ReportInput

  /// Nil without a repository.
  ///
  /// - Parameter inputs: One of each repository, all of the same day, in any order.
  package init?(_ inputs: [ReportInput]) {
    guard let first = inputs.first else { return nil }
    (self.inputs, self.first) = (inputs, first)
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
    let data = PortfolioData.json(portfolio, owner: owner, on: first.date)
    let budget = DocumentBudget(expendable: ["details", "data", "fine", "unjudged", "missing"])
    let (text, omitted) = try budget.compose { omitted in
      try templates.render(
        PortfolioDocument.name,
        with: values(head, sections, data: data, without: omitted)
      )
    }
    var outline = DocumentOutline(headings: [head.heading])
    for (name, section) in sections where !omitted.contains(name) { outline.append(section) }
    return PortfolioDocument(
      text: try ValidatedDocument(
        text,
        name: "\(PortfolioDocument.name).md",
        outline: templates.hasOverrides ? nil : outline
      )
      .text,
      data: JSONWriter.text(data, .init(isIndented: true))
    )
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

  private func values(
    _ head: PortfolioHead,
    _ sections: [(name: String, section: ReportSection?)],
    data: JSONValue,
    without omitted: [String]
  ) -> JSONValue {
    let read = CountText.of(inputs.count, "repository", "repositories")
    let hidden = JSONWriter.text(data, .init(isSafeInHTML: true))
    let members: [JSONValue.Member] = [
      .init("kind", .string(PortfolioDocument.name)),
      .init("marker", .string(marker)),
      .init("heading", .string(Inline(head.heading).markdown)),
      .init("sentence", JSONValue(head.sentence.map { Inline($0).markdown })),
      .init("counts", .string(Inline(head.counts).markdown)),
      .init("omitted", JSONValue(notice(of: omitted, in: sections)?.markdown)),
      .init("data", omitted.contains("data") ? .null : .string(hidden)),
      .init("footer", .string(Footer(first, read: Inline(read)).full.markdown)),
    ]
    return .object(
      members
        + sections.map { name, section in
          .init(name, omitted.contains(name) ? .null : section?.json ?? .null)
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

  /// As in the first line of the tool's other documents, of no repository.
  private var marker: String {
    let owner = owner.map { " org=\($0)" } ?? ""
    let week = Week(containing: first.date)
    return "<!-- repo-vitals:v1 kind=\(PortfolioDocument.name)\(owner) week=\(week) -->"
  }
}

/// A portfolio that is ready to be written.
package struct PortfolioDocument: Hashable, Sendable {
  /// Of its template, and of its files without their extension.
  package static let name = "portfolio"

  /// The Markdown, which fits into an issue.
  package let text: String
  /// The machine-readable form, `repo-vitals/report/1`, with every repository.
  package let data: String
}
