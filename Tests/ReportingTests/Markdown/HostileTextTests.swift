import Analytics
import CommonMark
import Model
import Testing

@testable import Reporting

/// Whatever stands in a title, a login or a label, readers see it as text.
struct HostileTextTests {
  /// What is wrong with a document that shows text from outside; empty when it is text.
  private static func problems(in markdown: String) throws -> [String] {
    MarkdownLint.findings(in: markdown, rules: MarkdownLint.structure + [.mentions])
      .filter { $0.rule != "length" }
      .map(\.diagnostic.description) + problems(in: try CommonMark.parse(markdown))
  }

  private static func problems(in tree: MarkdownNode, links: Int? = nil) -> [String] {
    var problems: [String] = []
    tree.walk { node in
      switch node.kind {
      case .htmlInline where !allowed.contains(node.literal): problems.append(node.literal)
      case .htmlBlock where !isOwn(node.literal): problems.append(node.literal)
      case .image: problems.append("an image")
      case .link where !node.url.hasPrefix("https://"): problems.append(node.url)
      default: break
      }
    }
    if let links, tree.all(.link).count != links { problems.append("a link") }
    return problems
  }

  private static let allowed: Set<String> = ["<br>", "<sub>", "</sub>"]

  /// The marker, the hidden data, and folded parts, each alone in its block.
  private static func isOwn(_ html: String) -> Bool {
    let text = html.split(separator: "\n").joined()
    if text.utf8.starts(with: "<!-- repo-vitals:".utf8) {
      // Nothing may follow the one end of the comment.
      return Array(text.utf8).offset(of: "-->") == text.utf8.count - 3
    }
    return text.hasPrefix("<details><summary>") || text == "</details>" || text.hasPrefix("<sub>")
  }

  private static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != MarkdownText.wordJoiner }))
  }

  @Test(arguments: 0..<10)
  func `hostile text stays text wherever inline text may stand`(_ part: Int) throws {
    var texts = HostileText(seed: UInt64(part))
    for number in 0..<1_000 {
      let text = texts.next()
      let escaped = MarkdownText.escaped(text)
      let code = MarkdownText.code(text)
      let markdown = """
        ## x \(escaped)

        | a | b | c |
        |---|---|---|
        | x | \(escaped) | y |
        | x | \(code) | y |

        - \(escaped)

        <sub>x \(escaped)</sub>

        **x** \(escaped) [x \(escaped)](https://redirect.github.com/o/r/pull/1)

        """
      let tree = try CommonMark.parse(markdown)
      var problems = Self.problems(in: tree, links: 1)
      if number.isMultiple(of: 10) { problems += try Self.problems(in: markdown) }
      #expect(problems == [], "part \(part), text \(number): \(text.debugDescription.prefix(300))")
      let rows = tree.all(.tableRow)
      let seen = Self.visible(MarkdownText.plain(text))
      for row in rows {
        let cells = row.children.map { Self.visible($0.plainText) }
        #expect(cells == ["x", seen, "y"], "part \(part), text \(number)")
      }
    }
  }

  @Test(arguments: PullCommentTests.outlooks.indices)
  func `a hostile login stays text in every comment`(_ index: Int) throws {
    var texts = HostileText(seed: UInt64(index))
    for number in 0..<100 {
      var outlook = PullCommentTests.outlooks[index].outlook
      outlook.subject.author = Account(id: 1, login: texts.next())
      let body = try PullComment(outlook, report: SampleInputs.ordinary).document().body
      #expect(try Self.problems(in: body) == [], "comment \(number)")
    }
  }

  @Test(arguments: HealthReportTests.inputs.indices)
  func `hostile text stays text in every report`(_ index: Int) throws {
    var texts = HostileText(seed: UInt64(index))
    for number in 0..<12 {
      let input = HealthReportTests.inputs[index].input.replacingTexts { texts.next() }
      // Validation compares every cell with the model's text.
      let body = try HealthReport(input).document().body
      #expect(try Self.problems(in: body) == [], "report \(number)")
      let summary = try RunSummary(input, run: StepSummaryTests.run, file: "reports/health.md")
        .document()
      // A summary leaves no trace on the issue it leads to.
      let problems = try Self.problems(in: summary)
        .filter { !$0.contains("https://github.com/cfrg/draft-irtf-cfrg-vdaf/issues/290") }
      #expect(problems == [], "summary \(number)")
    }
  }
}

extension ReportInput {
  /// The same report with other titles, logins and reasons.
  fileprivate func replacingTexts(_ text: () -> String) -> ReportInput {
    var input = self
    for index in input.openItems.indices { input.openItems[index].title = text() }
    for index in input.newcomers.indices {
      input.newcomers[index].title = text()
      input.newcomers[index].login = text()
    }
    input.score.components = input.score.components.map { part in
      ComponentReading(
        id: part.id,
        score: part.score,
        weight: part.weight,
        points: part.points,
        status: part.status,
        reason: part.reason.map { _ in text() },
        inputs: part.inputs,
        baselineDays: part.baselineDays,
        isMedianReached: part.isMedianReached
      )
    }
    return input
  }
}
