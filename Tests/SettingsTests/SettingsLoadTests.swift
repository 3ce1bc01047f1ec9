import Model
import Testing

@testable import Settings

struct SettingsLoadTests {
  @Test func `without a file the defaults hold`() throws {
    let loaded = Settings.load()
    let settings = try #require(loaded.settings)
    #expect(loaded.diagnostics.isEmpty)
    #expect(settings.collection.maxConcurrentRequests == 5)
    #expect(settings.storage.location.description == "sqlite:vitals.sqlite")
    #expect(settings.storage.backend == .sqlite)
    #expect(abs(settings.analytics.weights.sum - 1) < 1e-9)
    #expect(loaded.effectiveValues.allSatisfy { $0.origin == .builtIn })
  }

  @Test func `an empty file, a comment and empty groups are no fault`() {
    for text in ["", "# nothing\n", "github:\nalerts:\n  health_drop:\n  holidays:\n"] {
      #expect(messages(text).isEmpty)
    }
  }

  @Test func `every key of the original design loads as it is`() throws {
    let loaded = load(
      """
      github:
        token: "${GITHUB_TOKEN}"
        repositories: ["owner/repo1", "owner/repo2"]
        organizations: ["your-org"]
        rate_limit_budget: 2000
      collection:
        schedule: "0 2 * * *"
        max_concurrent_requests: 5
        enable_caching: true
      storage:
        backend: sqlite
        connection_string: "sqlite:///growth_metrics.db"
        retention_days: 365
      analytics:
        health_score_weights:
          contributors: 0.30
          pr_throughput: 0.20
          review_velocity: 0.20
          issue_freshness: 0.15
          fork_growth: 0.15
      """,
      environment: ["GITHUB_TOKEN": "ghs_x"]
    )
    let settings = try #require(loaded.settings)
    #expect(loaded.diagnostics.isEmpty)
    #expect(settings.github.rateLimitBudget.perHour == 2_000)
    #expect(settings.github.organizations == [Organization(name: "your-org")])
    #expect(settings.storage.location.description == "sqlite:growth_metrics.db")
    #expect(settings.storage.retentionDays == 365)
  }

  @Test func `every section is typed`() throws {
    let loaded = load(
      """
      github:
        organizations: [{name: acme, include: ["lib-*"], archived: yes}]
        rate_limit_budget: heavy
      collection:
        backfill_days: all
        retry: {server: {attempts: 5, base: 500ms, cap: 60s}, not_found: {attempts: 1}}
      storage: {backup: {to: file, encrypt: on}}
      alerts: {holidays: [2026-12-20/2027-01-03, 2026-05-01], anomalies: {sensitivity: high}}
      delivery:
        slack: {webhook: "${SLACK}"}
        webhook: {url: "https://example.org/x", secret: "${ABSENT:-}"}
      comment: {when: [large]}
      plugins:
        - {name: downloads, run: "./plugins/downloads", every: week}
      """,
      environment: ["SLACK": "https://hooks.slack.com/x\n"]
    )
    #expect(loaded.diagnostics.isEmpty)
    let settings = try #require(loaded.settings)
    let acme = try #require(settings.github.organizations.first)
    #expect(acme.include == [Glob("lib-*")] && acme.includesArchived && !acme.includesForks)
    #expect(settings.github.rateLimitBudget == .heavy)
    #expect(settings.collection.backfillDays == nil)
    #expect(
      settings.collection.retry[.server]
        == RetrySettings(attempts: 5, base: .milliseconds(500), cap: .seconds(60))
    )
    #expect(settings.collection.retry[.notFound] == RetrySettings(attempts: 1))
    #expect(settings.storage.backup.destination == .file && settings.storage.backup.isEncrypted)
    #expect(settings.alerts.holidays.map { $0.count } == [15, 1])
    #expect(settings.alerts.sensitivity == .high)
    #expect(settings.delivery.slackWebhook?.reveal() == "https://hooks.slack.com/x")
    #expect(settings.delivery.webhookSecret == nil)
    #expect(settings.comment.occasions == [.large])
    #expect(settings.plugins.first?.interval == .week)
  }

  private struct Fault: CustomTestStringConvertible {
    var text: String
    var message: String

    var testDescription: String { text }
  }

  private static let faults: [Fault] = [
    Fault(
      text: "github: {repositores: [a/b]}",
      message: "1:10: error: `github.repositores` is not a key; did you mean `github.repositories`?"
    ),
    Fault(
      text: "step_summary: true",
      message: "1:1: error: `step_summary` is not a key; did you mean `delivery.step_summary`?"
    ),
    Fault(
      text: "delivry: {step_summary: true}",
      message: "1:1: error: `delivry` is not a key; did you mean `delivery`?"
    ),
    Fault(
      text: "something_else: 1",
      message: "1:1: error: `something_else` is not a key; remove it, or see `vitals config schema`"
    ),
    Fault(
      text: "plugins: [{name: a, run: b, evry: day}]",
      message: "1:29: error: `plugins[].evry` is not a key; did you mean `plugins[].every`?"
    ),
    Fault(
      text: "plugins: [{name: a}]",
      message: "1:11: error: an entry of `plugins` needs run"
    ),
    Fault(
      text: "alerts: 5",
      message: "1:9: error: `alerts` must be a group of keys, not a text"
    ),
    Fault(
      text: "- a",
      message: "1:1: error: the file must be a group of keys, not a list"
    ),
    Fault(
      text: "github: {repositories: a/b}",
      message:
        "1:24: error: `github.repositories` must be a list; each entry is a repository, as in "
        + "OWNER/NAME, not a text"
    ),
    Fault(
      text: "github: {repositories: [a b/c]}",
      message: "1:25: error: an entry of `github.repositories` must be a repository, as in "
        + "OWNER/NAME, not `a b/c`"
    ),
    Fault(
      text: "github: {organizations: [a/b]}",
      message: "1:26: error: an entry of `github.organizations` must be the login of an "
        + "organization, not `a/b`"
    ),
    Fault(
      text: "collection: {schedule: 0 25 * * *}",
      message:
        "1:24: error: `collection.schedule` must be five fields of cron, as in \"0 2 * * *\", "
        + "not `0 25 * * *`"
    ),
    Fault(
      text: "collection: {backfill_days: 0}",
      message: "1:29: error: `collection.backfill_days` must be a whole number from 1 to 36500, or "
        + "all, not `0`"
    ),
    Fault(
      text: "collection: {retry: {server: {base: 2m, cap: 60s}}}",
      message: "1:22: error: `collection.retry.server.base` must not be longer than `cap`"
    ),
    Fault(
      text: "analytics: {health_score_weights: {contributors: 0.5}}",
      message:
        "1:13: error: `analytics.health_score_weights` must sum to 1, not 1.2; a weight that "
        + "is not written keeps its default"
    ),
    Fault(
      text: "storage: {backend: postgresql}",
      message: "1:20: error: `storage.backend` needs `storage.connection_string` as well"
    ),
    Fault(
      text: "storage: {backend: file, connection_string: \"sqlite:x\"}",
      message:
        "1:20: error: `storage.backend` is file, but `storage.connection_string` names a store "
        + "of the kind sqlite; remove one of them"
    ),
    Fault(
      text: "alerts: {holidays: [2026-02-30]}",
      message:
        "1:21: error: an entry of `alerts.holidays` must be a day or two with a slash, as in "
        + "2026-12-20/2027-01-03, not `2026-02-30`"
    ),
    Fault(
      text: "report: {names: yes, names: no}",
      message: "1:22: error: `names` stands here again; it is first on line 1"
    ),
    Fault(
      text: "github: {token: !include x}",
      message:
        "1:17: error: `github.token` has the tag !include, which means nothing here; remove it"
    ),
    Fault(
      text: "github: {token: \"encrypted:v1:abc\"}",
      message: "1:17: error: `github.token` is encrypted, which this version cannot read; give it "
        + "through a variable, as in ${NAME}"
    ),
    Fault(
      text: "delivery: {slack: {webhook: hooks}}",
      message: "1:29: error: `delivery.slack.webhook` must be a web address that begins with "
        + "https:// on one line"
    ),
    Fault(
      text: "delivery: {issues: {labels: [\"${A\"]}}",
      message: "1:30: error: in an entry of `delivery.issues.labels` a ${ is never closed"
    ),
  ]

  @Test(arguments: faults)
  private func `a fault is told with its place and what to do`(_ fault: Fault) {
    let loaded = load(fault.text)
    #expect(loaded.diagnostics.map(\.description) == ["vitals.yml:\(fault.message)"])
    #expect(loaded.settings == nil)
  }

  @Test func `weights may miss 1 by a thousandth`() {
    let text = { (share: String) in "analytics: {health_score_weights: {contributors: \(share)}}" }
    #expect(messages(text("0.301")).isEmpty)
    #expect(messages(text("0.299")).isEmpty)
    #expect(messages(text("0.302")).count == 1)
  }
}
