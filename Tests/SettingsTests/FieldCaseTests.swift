import Model
import Testing

@testable import Settings

/// What went wrong for users of other tools.
struct FieldCaseTests {
  @Test func `words, numbers and dates without quotes stay the text that was written`() {
    let loaded = load(
      """
      github:
        repositories: [octo_acme/on, -ACE-/no, gil--/0123]
      storage:
        retention_days: off
      analytics:
        bots: [no, 1e3, 0123, "*-ci"]
        ignore_people: [off, 2026-01-01, "0x1F", ~x]
      alerts:
        holidays: [2026-12-20/2027-01-03]
      report:
        health_issue: off
      delivery:
        issues: {mode: off, labels: [on, 1.0]}
      """
    )
    let expected: [(String, JSONValue)] = [
      ("github.repositories", ["octo_acme/on", "-ACE-/no", "gil--/0123"]),
      ("storage.retention_days", "off"),
      ("analytics.bots", ["no", "1e3", "0123", "*-ci"]),
      ("analytics.ignore_people", ["off", "2026-01-01", "0x1F", "~x"]),
      ("alerts.holidays", ["2026-12-20/2027-01-03"]),
      ("report.health_issue", "off"),
      ("delivery.issues.mode", "off"),
      ("delivery.issues.labels", ["on", "1.0"]),
    ]
    #expect(loaded.diagnostics.isEmpty)
    for (path, value) in expected { #expect(loaded.value(path) == value) }
  }

  @Test func `a star without quotes is told on its line`() {
    #expect(
      messages("analytics:\n  bots: [renovate, *-ci]\n") == [
        "vitals.yml:2:20: error: a text that begins with * stands bare; put it in quotes"
      ]
    )
  }

  @Test func `every wrong scalar is told at once`() {
    let text = """
      delivery:
        step_summary: maybe
        issues: {mode: sometimes, labels: [~]}
      alerts:
        max_new_per_run: 5.5
      report:
        names: 1
      """
    let flag = "must be true or false (also yes, no, on, off), not"
    #expect(
      messages(text) == [
        "vitals.yml:2:17: error: `delivery.step_summary` \(flag) `maybe`",
        "vitals.yml:3:18: error: `delivery.issues.mode` must be post, preview or off, "
          + "not `sometimes`",
        "vitals.yml:3:38: error: an entry of `delivery.issues.labels` is empty; write a label or "
          + "remove it",
        "vitals.yml:5:20: error: `alerts.max_new_per_run` must be a whole number from 0 to 100, "
          + "not `5.5`",
        "vitals.yml:7:10: error: `report.names` \(flag) `1`",
      ]
    )
  }

  @Test func `a byte-order mark and Windows line ends are accepted without notice`() {
    let loaded = load(
      "\u{FEFF}github:\r\n  repositories: [\"rig-lab/small\"]\r\nalerts:\r\n  max_new_per_run: 3\r\n"
    )
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.settings?.alerts.maxNewPerRun == 3)
  }

  @Test func `a repository that is named again in any case counts once, with a note`() {
    let loaded = load(
      "github:\n  repositories: [rig-lab/small, Rig-Lab/Small, rig-lab/small, rig-lab/new]\n"
    )
    #expect(
      loaded.settings?.github.repositories.map(\.description) == ["rig-lab/small", "rig-lab/new"]
    )
    #expect(
      loaded.diagnostics.map(\.description) == [
        "vitals.yml:2:33: note: `github.repositories` names rig-lab/small again as Rig-Lab/Small; "
          + "it counts once",
        "vitals.yml:2:48: note: `github.repositories` names rig-lab/small again as rig-lab/small; "
          + "it counts once",
      ]
    )
  }

  private static let tokens: [(given: String, sent: String?, why: String)] = [
    ("ghs_rigactions\n", "ghs_rigactions", ""),
    ("  ghs_rigactions\r\n", "ghs_rigactions", ""),
    ("ghs_rig\nactions", nil, "line break"),
    ("ghs_rig actions", nil, "space"),
    ("ghs_rigäctions", nil, "character"),
    ("", nil, "empty"),
    (" \n", nil, "empty"),
  ]

  @Test(arguments: tokens)
  func `a token is trimmed, and one that cannot be sent is told without any part of it`(
    _ token: (given: String, sent: String?, why: String)
  ) throws {
    for text in ["", "github: {token: \"${GITHUB_TOKEN}\"}"] {
      let loaded = load(text, environment: ["GITHUB_TOKEN": token.given])
      let credential = try #require(loaded.settings).github.token
      guard let sent = token.sent else {
        let error = try #require(throws: CredentialError.self) { try credential.token() }
        #expect(error.description.contains(token.why))
        #expect(error.description.hasPrefix("GITHUB_TOKEN"))
        #expect(!error.description.contains("rig"))
        continue
      }
      #expect(try credential.token().reveal() == sent)
    }
  }
}
