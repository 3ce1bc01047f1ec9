import Foundation
import GitHubSimulator
import TestSupport
import Testing

@testable import VitalsApp

/// How the program ends when it cannot do what it was asked: one sentence and a status.
@Suite(.temporaryDirectory)
struct FailureTests {
  private struct Case: CustomTestStringConvertible {
    var line: String
    var settings = ""
    var variables: [String: String?] = [:]
    var status: VitalsApp.ExitStatus
    /// All of standard error, without the line end.
    var talk: String

    var testDescription: String { "\(line) \(settings) \(variables.keys.sorted())" }
  }

  private static let usage: [Case] = [
    Case(
      line: "frobnicate",
      status: .usage,
      talk: "error: `vitals frobnicate` is not a command; `vitals --help` lists them."
    ),
    Case(
      line: "run --jsn",
      status: .usage,
      talk: "error: `--jsn` is not an option of `vitals run`; did you mean `--json`?"
    ),
    Case(
      line: "run --repo octo-repo",
      status: .usage,
      talk: "error: `--repo` must be a repository, as in OWNER/NAME, not `octo-repo`."
    ),
    Case(
      line: "run",
      variables: ["GITHUB_REPOSITORY": nil],
      status: .usage,
      talk: "error: No repository is named; give one with --repo OWNER/NAME, or set "
        + "GITHUB_REPOSITORY."
    ),
    Case(
      line: "run --config FOLDER/none.yml",
      status: .usage,
      talk: "error: There is no settings file at FOLDER/none.yml; check --config."
    ),
    Case(
      line: "metrics",
      status: .usage,
      talk:
        "error: There is no store at FOLDER/vitals.sqlite; run `vitals collect` first, or name another with "
        + "--store."
    ),
    Case(
      line: "run --store sqlite:FOLDER/vitals.yml/vitals.sqlite",
      status: .usage,
      talk: "error: The store FOLDER/vitals.yml/vitals.sqlite cannot be written: Not a directory; "
        + "check the folder and its permissions."
    ),
    Case(
      line: "run --store file:FOLDER",
      status: .usage,
      talk: "error: Only SQLite is a store in this version; use sqlite:PATH."
    ),
    Case(
      line: "lint FOLDER/none.md",
      status: .usage,
      talk: "error: There is no file FOLDER/none.md; check the name."
    ),
    Case(
      line: "run --templates FOLDER",
      status: .usage,
      talk: "error: The folder FOLDER has no template; known are advice.md, "
        + "alert-anomaly.md, alert-collection-failure.md, alert-comment.md, "
        + "alert-health-drop.md, alert-notice.md, alerts.md, details.md, "
        + "expect.md, health.md, history.md, last-advice.md, missing.md, "
        + "peers.md, portfolio.md, pull-request-none.md, pull-request.md, "
        + "score.md, step-summary.md, verdict.md, waiting.md, week.md, weekly.md, "
        + "year.md."
    ),
  ]

  private static let credentials: [Case] = [
    Case(
      line: "run",
      variables: ["GITHUB_TOKEN": ""],
      status: .credentials,
      talk: "error: GITHUB_TOKEN is empty; give it the value of a token."
    ),
    Case(
      line: "run",
      variables: ["GITHUB_TOKEN": nil],
      status: .credentials,
      talk: "error: No token was given; set GITHUB_TOKEN to one."
    ),
    Case(
      line: "run",
      variables: ["GITHUB_TOKEN": "ghs_first\nghs_second"],
      status: .credentials,
      talk: "error: GITHUB_TOKEN has a line break inside; paste the token as one line."
    ),
    Case(
      line: "run",
      variables: ["GITHUB_TOKEN": "ghs_schlüssel"],
      status: .credentials,
      talk: "error: GITHUB_TOKEN holds a space or a character that no token has; paste the token "
        + "again."
    ),
  ]

  private static let settings: [Case] = [
    Case(
      line: "run",
      settings: "report: [",
      status: .usage,
      talk: "FOLDER/vitals.yml:1:10: error: this is not YAML: did not find expected node content "
        + "while parsing a flow node\nerror: The settings have an error; nothing was done."
    ),
    Case(
      line: "run",
      settings: "report: {nmes: true}\ncollection: {max_concurrent_requests: many}\nalerts: 5",
      status: .usage,
      talk: """
        FOLDER/vitals.yml:1:10: error: `report.nmes` is not a key; did you mean `report.names`?
        FOLDER/vitals.yml:2:39: error: `collection.max_concurrent_requests` must be a whole \
        number from 1 to 100, not `many`
        FOLDER/vitals.yml:3:9: error: `alerts` must be a group of keys, not a text
        error: The settings have 3 errors; nothing was done.
        """
    ),
  ]

  @Test(arguments: usage + credentials + settings)
  private func `a command that cannot be done says why and asks nothing`(
    _ row: Case
  ) async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let outcome = try await fixture.vitals(
      row.line,
      settings: row.settings,
      variables: row.variables
    )
    #expect(outcome.talk == row.talk + "\n")
    #expect(outcome.status == row.status)
    #expect(outcome.output == "")
    #expect(fixture.github.requests.isEmpty)
  }

  @Test func `a token that GitHub refuses ends the run and is not told`() async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let token = "ghs_0123456789abcdef"
    let outcome = try await fixture.vitals("run", variables: ["GITHUB_TOKEN": token])
    #expect(outcome.status == .credentials)
    #expect(
      outcome.lines == [
        "error: GitHub answered 401 to POST /graphql: Bad credentials; replace the token."
      ]
    )
    #expect(fixture.github.requests.count == 1)
    let verbose = try await fixture.vitals("run --verbose", variables: ["GITHUB_TOKEN": token])
    #expect(!verbose.talk.contains(token.prefix(8)))
  }

  @Test func `a broken template is told with its place`() async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let templates = try fixture.folder.folder("templates")
    try templates.write(Array("one\n  {{#open}}\n".utf8), to: "health.md")
    let outcome = try await fixture.vitals("run --templates FOLDER/templates")
    #expect(outcome.status == .usage)
    #expect(outcome.talk.wholeMatch(of: /error: FOLDER\/templates\/health\.md:2:3: .+\.\n/) != nil)
    #expect(fixture.github.requests.isEmpty)
  }
}
