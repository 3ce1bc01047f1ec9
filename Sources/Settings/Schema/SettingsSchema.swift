import Model

/// The table of all keys.
///
/// Reading a file, its JSON Schema, the file that `config init` writes and the page of the
/// documentation are all made from it; the defaults are those of ``Settings``.
package enum SettingsSchema {
  package static let fields: [Field<Settings>] =
    github + collection + retry + storage + analytics + alerts + report + delivery + comment
    + plugins

  private static let github: [Field<Settings>] = [
    Field(
      "github.token",
      .token,
      \.github.token,
      sample: "${GITHUB_TOKEN}",
      "The token that reads and writes; without this key, GITHUB_TOKEN of the environment."
    ),
    Field(
      "github.traffic_token",
      .token,
      \.github.trafficToken,
      sample: "${VITALS_TRAFFIC_TOKEN:-}",
      "A second token that may read traffic, which a workflow's own token cannot."
    ),
    Field(
      "github.repositories",
      .repositories,
      \.github.repositories,
      sample: ["owner/repo1", "owner/repo2"],
      "The repositories to measure; without any, the one that the workflow runs in."
    ),
    Field(
      "github.organizations",
      .organizations,
      \.github.organizations,
      sample: [["name": "your-org", "include": ["*"], "exclude": ["*-archive"]]],
      "Organizations to measure whole; a login, or a group with name, include, exclude, archived "
        + "and forks."
    ),
    Field(
      "github.rate_limit_budget",
      .budget,
      \.github.rateLimitBudget,
      "Requests an hour that may be used: a number, light (500), moderate (2,000), heavy (4,500), "
        + "or auto: half of what the token has left, less a reserve for delivery."
    ),
  ]

  private static let collection: [Field<Settings>] = [
    Field(
      "collection.schedule",
      .cron,
      \.collection.schedule,
      "When the daily run starts, in UTC; tells missed runs from planned pauses."
    ),
    Field(
      "collection.max_concurrent_requests",
      .count(1...100),
      \.collection.maxConcurrentRequests,
      "Requests that may be under way at once."
    ),
    Field(
      "collection.enable_caching",
      .flag,
      \.collection.isCachingEnabled,
      "Whether known answers are revalidated instead of read again."
    ),
    Field(
      "collection.backfill_days",
      Kind.count(1...36_500).or("all"),
      \.collection.backfillDays,
      "How far back history is read, newest first."
    ),
  ]

  private static let retry: [Field<Settings>] = RetryClass.allCases.flatMap { failure in
    let words = failure.rawValue.split(separator: "_").joined(separator: " ")
    let path = "collection.retry.\(failure.rawValue)"
    let isShown = failure == .server
    return [
      Field<Settings>(
        "\(path).attempts",
        Kind.count(1...20).optional,
        \.collection.retry[failure].attempts,
        sample: isShown ? .int(5) : .none,
        "Requests in all when the failure is of the class \(words)."
      ),
      Field<Settings>(
        "\(path).base",
        Kind.duration.optional,
        \.collection.retry[failure].base,
        sample: isShown ? .string("1s") : .none,
        "The delay before the first repetition; each further one may wait twice as long."
      ),
      Field<Settings>(
        "\(path).cap",
        Kind.duration.optional,
        \.collection.retry[failure].cap,
        sample: isShown ? .string("60s") : .none,
        "The longest delay."
      ),
    ]
  }

  private static let storage: [Field<Settings>] = [
    Field(
      "storage.backend",
      Kind<StoreBackend>.choice.optional,
      \.storage.backend,
      sample: "sqlite",
      "The kind of store; without it, the one that the connection string names."
    ),
    Field(
      "storage.connection_string",
      .location,
      \.storage.location,
      "Where the store is: sqlite:PATH (sqlite:///PATH is relative, too), postgres://… or file:DIR."
    ),
    Field(
      "storage.retention_days",
      Kind.count(1...36_500).or("off"),
      \.storage.retentionDays,
      "Days after which raw facts become daily aggregates, which are kept for ever."
    ),
    Field(
      "storage.backup.to",
      .choice,
      \.storage.backup.destination,
      "Where the second copy of the store goes."
    ),
    Field(
      "storage.backup.branch",
      .text,
      \.storage.backup.branch,
      "The branch of the second copy, which is replaced and does not grow."
    ),
    Field(
      "storage.backup.encrypt",
      .flag,
      \.storage.backup.isEncrypted,
      "Whether the second copy is encrypted."
    ),
  ]

  private static let analytics: [Field<Settings>] = [
    Field(
      "\(weights).contributors",
      .number(0...1),
      \.analytics.weights.contributors,
      "The share of the contributors in the health score; the five shares sum to 1."
    ),
    Field(
      "\(weights).pr_throughput",
      .number(0...1),
      \.analytics.weights.pullRequestThroughput,
      "The share of how pull requests come to an end."
    ),
    Field(
      "\(weights).review_velocity",
      .number(0...1),
      \.analytics.weights.reviewVelocity,
      "The share of how soon reviews come."
    ),
    Field(
      "\(weights).issue_freshness",
      .number(0...1),
      \.analytics.weights.issueFreshness,
      "The share of how issues are kept up with."
    ),
    Field(
      "\(weights).fork_growth",
      .number(0...1),
      \.analytics.weights.forkGrowth,
      "The share of the growth in forks."
    ),
    Field(
      "analytics.bots",
      .names,
      \.analytics.bots,
      sample: ["renovate", "*-ci"],
      "Logins of bots besides the accounts that GitHub marks as such."
    ),
    Field(
      "analytics.ignore_people",
      Kind.text.list(noun: "a login"),
      \.analytics.ignoredPeople,
      "Logins or addresses that are left out of every count of people."
    ),
    Field(
      "analytics.peers",
      .repositories,
      \.analytics.peers,
      sample: ["other/project"],
      "Repositories to compare with."
    ),
    Field(
      "analytics.forecast_days",
      Kind.count(1...365).list(noun: "a number of days"),
      \.analytics.forecastDays,
      "How many days ahead forecasts look."
    ),
  ]

  static let weights = "analytics.health_score_weights"

  private static let alerts: [Field<Settings>] = [
    Field(
      "alerts.health_drop.points",
      .number(1...100),
      \.alerts.healthDrop.points,
      "By how much the health score must fall."
    ),
    Field(
      "alerts.health_drop.confirm_days",
      .count(1...90),
      \.alerts.healthDrop.confirmDays,
      "On how many days in a row it must be that much lower."
    ),
    Field(
      "alerts.health_drop.cooldown_days",
      .count(0...365),
      \.alerts.healthDrop.cooldownDays,
      "Days after an alert in which it is opened again instead of anew."
    ),
    Field(
      "alerts.anomalies.sensitivity",
      .choice,
      \.alerts.sensitivity,
      "How readily something unusual is told; high tells most."
    ),
    Field(
      "alerts.max_new_per_run",
      .count(0...100),
      \.alerts.maxNewPerRun,
      "Issues that one run may open; the rest is listed in the summary."
    ),
    Field(
      "alerts.holidays",
      Kind.days.list(noun: "a range of days"),
      \.alerts.holidays,
      sample: ["2026-12-20/2027-01-03"],
      "Days, both ends included, on which less is expected."
    ),
    Field(
      "alerts.snooze.label",
      .text,
      \.alerts.snoozeLabel,
      "The label that silences an alert until it worsens."
    ),
  ]

  private static let report: [Field<Settings>] = [
    Field(
      "report.health_issue",
      .choice,
      \.report.healthIssue,
      "A new health issue every week, one rolling issue, or none."
    ),
    Field(
      "report.names",
      .flag,
      \.report.namesPeople,
      "Whether reports name the people behind the absence factor."
    ),
  ]

  private static let delivery: [Field<Settings>] = [
    Field(
      "delivery.issues.mode",
      .choice,
      \.delivery.issues.mode,
      "post writes issues, preview says in the summary what would be written."
    ),
    Field(
      "delivery.issues.labels",
      Kind.text.list(noun: "a label"),
      \.delivery.issues.labels,
      "Labels of every issue that is written."
    ),
    Field(
      "delivery.issues.repository",
      Kind.repository.optional,
      \.delivery.issues.repository,
      sample: "your-org/.github",
      "Where a run over several repositories keeps one issue on all instead of a health issue in "
        + "each; without it, in the workflow's own repository."
    ),
    Field(
      "delivery.step_summary",
      .flag,
      \.delivery.writesStepSummary,
      "Whether the workflow's step summary tells the score and what the run did."
    ),
    Field(
      "delivery.slack.webhook",
      Kind.secretURL.optional,
      \.delivery.slackWebhook,
      sample: "${SLACK_WEBHOOK:-}",
      "The address of a Slack channel."
    ),
    Field(
      "delivery.webhook.url",
      Kind.secretURL.optional,
      \.delivery.webhookURL,
      sample: "${WEBHOOK_URL:-}",
      "An address that gets every result as JSON."
    ),
    Field(
      "delivery.webhook.secret",
      Kind.secret.optional,
      \.delivery.webhookSecret,
      sample: "${WEBHOOK_SECRET:-}",
      "The key that signs what is sent there (X-Hub-Signature-256)."
    ),
  ]

  private static let comment: [Field<Settings>] = [
    Field(
      "comment.when",
      Kind<CommentSettings.Occasion>.choice.list(noun: "an occasion"),
      \.comment.occasions,
      "The pull requests that get a comment."
    )
  ]

  private static let plugins: [Field<Settings>] = [
    Field(
      "plugins",
      .plugins,
      \.plugins,
      sample: [["name": "downloads", "run": "./plugins/downloads", "every": "day"]],
      "Programs that add daily metrics; a group with name, run and every (day, week or run)."
    )
  ]
}

extension Kind where Value == [RepositoryName] {
  /// A list in which a repository that is named twice, in any case, counts once.
  static let repositories = Kind<RepositoryName>.repository
    .list(noun: "a repository") {
      $0.description
    }
}

extension Kind where Value == [Plugin] {
  static let plugins = Kind<Plugin>.plugin.list(noun: "a plugin") { $0.name }
}

extension Kind where Value == [Organization] {
  static let organizations = Kind<Organization>.organization
    .list(noun: "an organization") {
      $0.name
    }
}
