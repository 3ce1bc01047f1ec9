/// What one run did: the document `repo-vitals/run/1`, which is also kept in the store.
package struct RunRecord: Hashable, Sendable {
  package enum Outcome: String, Hashable, Sendable {
    case complete
    case partial
    case failed
  }

  package var started: Timestamp
  package var finished: Timestamp
  package var outcome: Outcome
  package var repositories: [RepositoryRun]
  package var requests: RequestCounts
  package var errors: [ErrorCount]
  package var delivered: [DeliveredRecord]
  /// Nil where nothing was lost.
  package var historyLost: HistoryLoss?
  /// What GitHub last said of its limits, by resource.
  package var limits: [LimitRecord]

  package init(
    started: Timestamp,
    finished: Timestamp,
    outcome: Outcome,
    repositories: [RepositoryRun] = [],
    requests: RequestCounts = RequestCounts(),
    errors: [ErrorCount] = [],
    delivered: [DeliveredRecord] = [],
    limits: [LimitRecord] = [],
    historyLost: HistoryLoss? = nil
  ) {
    self.started = started
    self.finished = finished
    self.outcome = outcome
    self.repositories = repositories
    self.requests = requests
    self.errors = errors
    self.delivered = delivered
    self.historyLost = historyLost
    self.limits = limits
  }

  /// What became of one repository.
  package struct RepositoryRun: Hashable, Sendable {
    package var name: String
    package var outcome: Outcome
    package var streams: [StreamRun]

    package init(name: String, outcome: Outcome, streams: [StreamRun] = []) {
      self.name = name
      self.outcome = outcome
      self.streams = streams
    }
  }

  /// What was read of one stream.
  package struct StreamRun: Hashable, Sendable {
    package var name: Stream
    /// Rows received, known ones included.
    package var rows: Int
    /// Requests in which the stream had a part.
    package var requests: Int
    /// GraphQL points of these requests.
    package var points: Int
    package var horizon: Horizon

    package init(
      name: Stream,
      rows: Int = 0,
      requests: Int = 0,
      points: Int = 0,
      horizon: Horizon = .nothing
    ) {
      self.name = name
      self.rows = rows
      self.requests = requests
      self.points = points
      self.horizon = horizon
    }
  }

  /// Requests by kind, over the whole run.
  package struct RequestCounts: Hashable, Sendable {
    package var rest: Int
    package var graphql: Int
    package var points: Int
    /// Answers 304, which cost nothing.
    package var notModified: Int
    /// Reads that were answered without a request.
    package var cached: Int
    package var retries: Int
    /// Requests that got no answer or a failure, repeated ones included.
    package var failed: Int

    package init(
      rest: Int = 0,
      graphql: Int = 0,
      points: Int = 0,
      notModified: Int = 0,
      cached: Int = 0,
      retries: Int = 0,
      failed: Int = 0
    ) {
      self.rest = rest
      self.graphql = graphql
      self.points = points
      self.notModified = notModified
      self.cached = cached
      self.retries = retries
      self.failed = failed
    }
  }

  /// How often one class of failure was met.
  package struct ErrorCount: Hashable, Sendable {
    /// A name of PRODUCT's failure classes, as in `permission`.
    package var `class`: String
    package var count: Int
    /// One of the sentences.
    package var example: String

    package init(class name: String, count: Int, example: String) {
      self.class = name
      self.count = count
      self.example = example
    }
  }

  /// One thing that was brought to its reader.
  package struct DeliveredRecord: Hashable, Sendable {
    /// As in ``healthIssue`` or `step-summary`.
    package var kind: String
    package var subject: String
    /// As in `created`, `updated`, `unchanged`, `printed`.
    package var action: String
    package var url: String?

    package init(kind: String, subject: String, action: String, url: String?) {
      self.kind = kind
      self.subject = subject
      self.action = action
      self.url = url
    }
  }

  /// One of GitHub's limits as its last answer told it.
  package struct LimitRecord: Hashable, Sendable {
    /// As in `core` and `graphql`.
    package var resource: String
    package var limit: Int
    package var remaining: Int
    /// By GitHub's clock.
    package var resetAt: Timestamp

    package init(resource: String, limit: Int, remaining: Int, resetAt: Timestamp) {
      self.resource = resource
      self.limit = limit
      self.remaining = remaining
      self.resetAt = resetAt
    }
  }
}

extension RunRecord.DeliveredRecord {
  /// The kind of an issue on the health of one repository.
  package static let healthIssue = "health-issue"
  /// The kind of the one issue on the health of many.
  package static let portfolioIssue = "portfolio-issue"
  /// The kind of an issue on something that is wrong or unusual.
  package static let alert = "alert"

  /// Whether the summary of a repository tells of it: what was done elsewhere it does not.
  package func concerns(_ repository: String) -> Bool {
    switch kind {
    case Self.healthIssue, Self.alert: subject == repository || subject.hasPrefix("\(repository) ")
    case Self.portfolioIssue: false
    default: true
    }
  }
}
