import Analytics
import Model
import Testing

@testable import Reporting

/// The file that a fork's run hands over, and what an attacker may have done to it.
struct CommentFileTests {
  private static let id = SampleInputs.ordinary.repository.id
  private static let links = SampleInputs.ordinary.links

  private static func file(_ outlook: PullOutlook) throws -> CommentFile {
    let body = try PullComment(outlook, report: SampleInputs.ordinary).document().body
    return CommentFile(repository: id, pull: outlook.subject.number, head: "ab", body: body)
  }

  @Test(arguments: PullCommentTests.outlooks.indices)
  func `what the templates write may be posted`(_ index: Int) throws {
    let file = try Self.file(PullCommentTests.outlooks[index].outlook)
    #expect(CommentFile(Array(file.text.utf8)) == file)
    #expect(file.problems(for: Self.id, links: Self.links) == [])
  }

  @Test func `nothing to say is a file, too`() throws {
    let file = CommentFile(repository: Self.id, pull: 1, head: "ab", body: nil)
    #expect(CommentFile(Array(file.text.utf8)) == file)
    #expect(file.problems(for: Self.id, links: Self.links) == [])
    #expect(!file.problems(for: RepositoryID(rawValue: 1), links: Self.links).isEmpty)
  }

  /// What is put in place of a part of the comment.
  static let changes: [(part: String, replacement: String)] = [
    ("You need not", "@octocat, you need not"), ("You need not", "Fixes #12. You need not"),
    ("You need not", "See deadbeef1. You need not"),
    ("You need not", "[Click](https://example.org), you need not"),
    ("You need not", "https://example.org You need not"),
    ("You need not", "![x](https://example.org/x.png) You need not"),
    ("You need not", "<img src=\"https://example.org\"> You need not"),
    ("You need not", "<b>x</b> You need not"), ("You need not", "\u{202E}You need not"),
    ("pr=385", "pr=386"), ("kind=pull-request", "kind=health"),
    ("<!-- repo-vitals:v1", "Hello\n<!-- repo-vitals:v1"),
    ("<details>", "<details open>"), ("</details>", "<!-- x -->"),
    ("About this project", "Win a prize"), ("| Merged |", "| [x](http://a.b) |"),
    ("It changes", "## It changes"), ("You need not", "\n\n## You\n\nneed not"),
    ("You need not", "\n\n> You need not"), ("You need not", "\n\n```\nYou need not\n```\n"),
    ("OWNER/repo-vitals", "mallory/repo-vitals"),
    ("{\"schema\"", "--> <b>x</b> <!-- {\"schema\""),
  ]

  @Test(arguments: changes)
  func `a comment that was changed is refused`(
    _ change: (part: String, replacement: String)
  ) throws {
    var file = try Self.file(SamplePulls.first)
    let body = try #require(file.body)
    file.body = body.replacing(change.part, with: change.replacement)
    #expect(file.body != body)
    #expect(!file.problems(for: Self.id, links: Self.links).isEmpty)
  }

  @Test(arguments: ["", "{}", "hello", #"{"schema": "repo-vitals/comment/2"}"#, "[1]"])
  func `another file is none`(_ text: String) {
    #expect(CommentFile(Array(text.utf8)) == nil)
  }

  @Test func `a long text is refused`() throws {
    var file = try Self.file(SamplePulls.first)
    file.body? += String(repeating: "word ", count: 2_000)
    #expect(!file.problems(for: Self.id, links: Self.links).isEmpty)
  }
}
