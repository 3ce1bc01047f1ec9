package import Model

/// The section `report`: what the reports are and whom they name.
package struct ReportSettings: Hashable, Sendable {
  package enum HealthIssue: String, CaseIterable, Hashable, Sendable {
    /// A new issue every week, in which last week's is closed.
    case weekly
    /// One issue that is edited in place.
    case rolling
    case off
  }

  package var healthIssue = HealthIssue.weekly
  /// Whether the people behind the absence factor are named.
  package var namesPeople = false

  package init() {}
}

/// The section `delivery`: where results go.
package struct DeliverySettings: Sendable {
  package var issues = IssueSettings()
  package var writesStepSummary = true
  /// An address that is a secret in itself.
  package var slackWebhook: Secret?
  /// An address, which may carry a key.
  package var webhookURL: Secret?
  /// The key of the signature in `X-Hub-Signature-256`.
  package var webhookSecret: Secret?

  package init() {}
}

/// How issues are delivered, and where that of many repositories stands.
package struct IssueSettings: Hashable, Sendable {
  package enum Mode: String, CaseIterable, Hashable, Sendable {
    case post
    /// The summary says what would be opened.
    case preview
    case off
  }

  package var mode = Mode.post
  package var labels = ["repo-vitals"]
  /// Keeps the one issue of a run over several repositories; nil leaves it to the workflow's own.
  package var repository: RepositoryName?

  package init() {}
}

/// The section `comment`: when a pull request gets one.
package struct CommentSettings: Hashable, Sendable {
  package enum Occasion: String, CaseIterable, Hashable, Sendable {
    case firstTime = "first-time"
    case waiting
    case large
  }

  package var occasions = Occasion.allCases

  package init() {}
}
