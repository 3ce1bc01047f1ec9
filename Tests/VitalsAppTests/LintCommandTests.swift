import Foundation
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct LintCommandTests {
  private let folder = TemporaryDirectory.current

  /// What is wrong with one file does not hide what was found in the others.
  @Test(arguments: ["text", "json", "github"])
  func `a file that is missing is told beside the findings in the others`(
    _ format: String
  ) async throws {
    let fixture = try AppFixture(in: folder)
    try folder.write(Array("[](a.md)\n".utf8), to: "a.md")
    let outcome = try await fixture.vitals(
      "lint --format \(format) FOLDER/none.md FOLDER/a.md FOLDER/gone.md"
    )
    #expect(outcome.status == .usage)
    #expect(outcome.output.contains("[link-text]"))
    #expect(
      outcome.lines == [
        "error: There is no file FOLDER/none.md; check the name.",
        "error: There is no file FOLDER/gone.md; check the name.",
      ]
    )
  }

  @Test func `a folder is refused as one`() async throws {
    let fixture = try AppFixture(in: folder)
    let outcome = try await fixture.vitals("lint FOLDER")
    #expect(outcome.status == .usage)
    #expect(outcome.talk == "error: FOLDER is a folder; name the files in it.\n")
    #expect(outcome.output == "")
  }

  @Test func `a hyphen reads standard input`() async throws {
    let fixture = try AppFixture(in: folder, input: "a\n\n[](a.md)\n")
    let outcome = await fixture.runBare("lint", "-")
    #expect(outcome.status == .failure)
    #expect(
      outcome.output == "<stdin>:3:1: error: This link has no text; name its target. [link-text]\n"
    )
  }

  @Test func `links lead to headings of the files beside a document`() async throws {
    let fixture = try AppFixture(in: folder)
    try folder.write(Array("# There\n".utf8), to: "b.md")
    try folder.write(Array("[a](b.md#there) [b](b.md#gone)\n".utf8), to: "a.md")
    let outcome = try await fixture.vitals("lint --also links FOLDER/a.md")
    #expect(outcome.status == .failure)
    #expect(
      outcome.output
        == "FOLDER/a.md:1:17: error: There is no heading for `#gone` in `b.md`. [local-links]\n"
    )
  }
}
