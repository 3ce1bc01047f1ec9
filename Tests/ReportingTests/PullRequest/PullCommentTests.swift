import CommonMark
import Model
import TestSupport
import Testing

@testable import Analytics
@testable import Reporting

struct PullCommentTests {
  static let outlooks: [(name: String, outlook: PullOutlook)] = [
    ("first-time", SamplePulls.first), ("large", SamplePulls.large),
    ("waiting", SamplePulls.waiting), ("everything", SamplePulls.everything),
  ]

  private static func comment(
    _ outlook: PullOutlook,
    in report: ReportInput = SampleInputs.ordinary
  ) -> PullComment {
    PullComment(outlook, report: report)
  }

  @Test(arguments: outlooks)
  func `a comment reads as recorded and shows as meant`(
    _ example: (name: String, outlook: PullOutlook)
  ) throws {
    let comment = Self.comment(example.outlook)
    let body = try comment.document().body
    try expectGolden(body, at: Fixture.goldenPath("pull-request-\(example.name).md"))
    #expect(MarkdownLint.findings(in: body, rules: MarkdownLint.rules + [.mentions]).isEmpty)
    #expect(OwnMarker(in: body) == comment.marker)
    #expect(comment.isWorthSaying)
  }

  @Test func `a comment is short`() throws {
    for (name, outlook) in Self.outlooks where name != "everything" {
      let tree = try CommonMark.parse(Self.comment(outlook).document().body)
      let visible = tree.all(.paragraph) + tree.all(.table)
      let words = visible.map { $0.plainText.split { $0 == " " || $0 == "\n" }.count }
      #expect(words.reduce(0, +) <= 150, "\(name)")
    }
  }

  @Test func `why there is none is told on request`() throws {
    let comment = Self.comment(SamplePulls.none)
    #expect(!comment.isWorthSaying)
    let text = try comment.refusal(hasComment: false)
    try expectGolden(text, at: Fixture.goldenPath("pull-request-none.md"))
    #expect(MarkdownLint.check(text) == [])
  }

  @Test func `only what the settings ask for is said`() {
    let comment = PullComment(
      SamplePulls.everything,
      report: SampleInputs.ordinary,
      wanted: [.waiting, .queue]
    )
    #expect(comment.data["reasons"] == ["waiting", "queue"])
    let silent = PullComment(SamplePulls.first, report: SampleInputs.ordinary, wanted: [.large])
    #expect(!silent.isWorthSaying)
  }

  @Test func `on an enterprise server no link leads to github.com`() throws {
    let body = try Self.comment(SamplePulls.first, in: SampleInputs.enterprise).document().body
    #expect(!body.contains("github.com"))
    #expect(try CommonMark.parse(body).all(.link) == [])
  }

  @Test func `how many are open is said once`() throws {
    var first = SamplePulls.first
    first.queue.others = 18
    for (outlook, words) in [(first, ", and 18 others are open."), (SamplePulls.everything, nil)] {
      let body = try Self.comment(outlook).document().body
      #expect(body.ranges(of: /others are.open/).count == 1)
      if let words { #expect(body.replacing("\u{A0}", with: " ").contains(words)) }
    }
  }

  @Test func `too little history gives no times`() throws {
    var outlook = SamplePulls.first
    outlook.expected = .init()
    outlook.contribution.firsts = 0
    outlook.contribution.firstsMerged = 0
    let body = try Self.comment(outlook).document().body
    #expect(!body.contains("| First review |") && !body.contains("past two years"))
    #expect(MarkdownLint.check(body) == [])
  }
}

extension JSONValue {
  /// The value of a key of an object.
  fileprivate subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
