import Analytics
import CommonMark
import Model
import Testing

@testable import Reporting

/// What advice and the lists around it say of items.
struct AdviceTests {
  private func body(_ change: (inout ReportInput) -> Void) throws -> String {
    var input = SampleInputs.ordinary
    change(&input)
    return try HealthReport(input).document().body
  }

  /// The text of the bullet that begins with a finding.
  private func bullet(_ finding: String, _ change: (inout ReportInput) -> Void) throws -> String? {
    try CommonMark.parse(body(change)).all(.item).map(\.plainText)
      .first { $0.hasPrefix(finding) }
  }

  private func pulls(_ count: Int) -> [OpenItem] {
    (1...count)
      .map {
        OpenItem(
          number: $0,
          kind: .pull,
          title: "Title \($0)",
          createdAt: SampleInputs.time("2023-05-01T00:00:00Z").advanced(bySeconds: $0 * 86_400)
        )
      }
  }

  /// How many there are, how many of them are named, and the words.
  private static let decisions: [(total: Int, named: Int, words: [String])] = [
    (1, 1, ["An old pull request. One has been", "merge or close #1 Title 1."]),
    (3, 3, ["Three have been", "merge or close #1 Title 1, #2 Title 2 and #3 Title 3."]),
    (4, 4, ["Four have been", "merge or close #1, #2, #3 and #4."]),
    (
      13, 9,
      [
        "Old pull requests. 13 have been open",
        "the nine oldest, #1, #2, #3, #4, #5, #6, #7, #8 and",
      ]
    ),
  ]

  @Test(arguments: decisions)
  private func `all are counted, the oldest named`(
    _ row: (total: Int, named: Int, words: [String])
  ) throws {
    let text = try bullet(row.total == 1 ? "An old pull" : "Old pull") { input in
      input.openItems = pulls(row.total)
      input.steps = [Step(.decidePulls, items: Array(1...row.named), of: row.total)]
      input.fourWeeksAgo = input.score
    }
    let shown = try #require(text)
    for words in row.words { #expect(shown.contains(words), "\(shown)") }
  }

  @Test func `those that are settled later are counted`() throws {
    let text = try bullet("Reviewed, and not merged") { input in
      input.openItems = pulls(5)
      input.steps = [Step(.settlePulls, items: [1, 2], of: 5)]
      input.fourWeeksAgo = input.score
    }
    #expect(text?.contains("Five have their reviews and still wait, the two oldest after") == true)
  }

  @Test func `those that are answered later are counted`() throws {
    let text = try bullet("Five answers are due") { input in
      input.steps = [Step(.answerIssues, items: [274, 277, 282], of: 5)]
    }
    #expect(text?.contains(" by 15\u{A0}August, and two more.") == true, "\(text ?? "")")
  }

  @Test func `what is asked for several newcomers is asked once`() throws {
    let text = try bullet("Three newcomers in 30 days") { input in
      input.newcomers = [
        newcomer(1, .issue, isAnswered: true), newcomer(2, .pull, isAnswered: false),
        newcomer(3, .issue, isAnswered: true),
      ]
    }
    #expect(text?.contains("Next: review #2 N2; help with #1 N1 and #3 N3.") == true)
  }

  private func newcomer(_ number: Int, _ kind: Item.Kind, isAnswered: Bool) -> Newcomer {
    let opened = SampleInputs.time("2023-08-10T00:00:00Z").advanced(bySeconds: number)
    return Newcomer(
      login: "n\(number)",
      number: number,
      kind: kind,
      title: "N\(number)",
      openedAt: opened,
      firstResponseAt: isAnswered ? opened.advanced(bySeconds: 60) : nil
    )
  }

  @Test func `nobody is called new where that cannot be known`() throws {
    #expect(try body { _ in }.contains("**A newcomer.**"))
    let unknown = try body { $0.metrics.unknow("contributors.new.30d") }
    #expect(!unknown.contains("newcomer") && !unknown.contains("octo-new"))
  }

  @Test func `a comment is an answer and no review`() throws {
    let body = try body { input in
      input.openItems = pulls(1)
      input.openItems[0].firstResponseAt = input.openItems[0].createdAt
      (input.steps, input.newcomers) = ([], [])
    }
    #expect(body.contains("<br>answered, no review yet, last activity"))
  }

  /// Whether advice names something, whether there are old questions, and the remark.
  private static let remarks: [(named: Bool, old: Bool, words: String?)] = [
    (true, true, "Those named above and the old questions are left out."),
    (true, false, "Those named above are left out."),
    (false, true, "The old questions are left out."),
    (false, false, nil),
  ]

  @Test(arguments: remarks)
  private func `what the list of waiting leaves out is told in a sentence`(
    _ row: (named: Bool, old: Bool, words: String?)
  ) throws {
    let body = try body { input in
      if !row.named { (input.steps, input.newcomers) = ([], []) }
      if !row.old { input.openItems.removeAll { $0.isStale } }
    }
    #expect(body.contains("left out.\n") == (row.words != nil))
    if let words = row.words { #expect(body.contains("\n\n\(words)\n")) }
  }
}

extension [MetricReading] {
  /// Leaves a number without its value.
  mutating func unknow(_ id: String) {
    for index in indices where self[index].id == id {
      (self[index].value, self[index].status) = (nil, .unknown)
    }
  }
}
