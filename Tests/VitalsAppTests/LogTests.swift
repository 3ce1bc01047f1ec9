import Foundation
import TestSupport
import Testing

@testable import VitalsApp

/// What a run says on standard error, in each of the forms.
@Suite(.temporaryDirectory)
struct LogTests {
  private let line = "collect --repo \(AppFixture.repository) --repo octo-org/gone"

  @Test func `text is a line a fact`() async throws {
    try await CollectedStore.copy()
    let outcome = try await AppFixture(in: TemporaryDirectory.current).vitals(line)
    #expect(outcome.output == "")
    #expect(outcome.lines.count { $0.hasPrefix("warning: octo-org/gone ") } == 1)
    #expect(outcome.lines.count { $0.hasPrefix("\(AppFixture.repository): complete, ") } == 1)
    #expect(!outcome.talk.contains("::"))
  }

  @Test func `JSON is an object a line`() async throws {
    try await CollectedStore.copy()
    let outcome = try await AppFixture(in: TemporaryDirectory.current)
      .vitals("\(line) --log-format json")
    #expect(outcome.output == "")
    #expect(outcome.lines.count > 3)
    var levels: [String] = []
    for line in outcome.lines {
      #expect(line.hasPrefix(#"{"time":"2026-04-01T06:00:00Z","level":""#))
      levels.append(try JSONDecoder().decode(Line.self, from: Data(line.utf8)).level)
    }
    #expect(levels.contains("warning"))
    #expect(levels.contains("info"))
  }

  private struct Line: Decodable {
    var level: String
    var message: String
  }

  @Test func `a runner's form has groups, annotations and a masked token`() async throws {
    try await CollectedStore.copy()
    let outcome = try await AppFixture(in: TemporaryDirectory.current)
      .vitals(line, variables: ["GITHUB_ACTIONS": "true"])
    #expect(outcome.output == "")
    #expect(outcome.lines.first == "::add-mask::demo")
    #expect(outcome.talk.ranges(of: "demo").count == 1)
    let groups = outcome.lines.filter { $0.hasPrefix("::group::") || $0 == "::endgroup::" }
    #expect(groups == ["::group::Collect \(AppFixture.repository)", "::endgroup::"])
    // What cannot be seen may be private, and everybody reads this log.
    #expect(outcome.lines.count { $0.hasPrefix("::warning::Repository 2 of the 2 named ") } == 1)
    #expect(!outcome.talk.contains("octo-org/gone"))
  }

  @Test(arguments: ["text", "json", "actions"])
  func `quiet says only what went wrong`(format: String) async throws {
    let options = "--quiet --log-format \(format)"
    try await CollectedStore.copy()
    let outcome = try await AppFixture(in: TemporaryDirectory.current).vitals("\(line) \(options)")
    #expect(outcome.status == .partial)
    #expect(outcome.output == "")
    let said = outcome.lines.filter { !$0.hasPrefix("::add-mask::") }
    #expect(said.count == 1)
    #expect(said.first?.contains("octo-org/gone") == true)
  }

  @Test func `verbose tells every request without the token`() async throws {
    try await CollectedStore.copy()
    let outcome = try await AppFixture(in: TemporaryDirectory.current).vitals("collect --verbose")
    #expect(outcome.lines.contains { $0.contains("POST ") && $0.hasSuffix("/graphql: 200") })
    #expect(!outcome.talk.contains("demo"))
  }
}
