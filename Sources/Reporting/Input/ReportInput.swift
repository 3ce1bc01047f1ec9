package import Analytics
package import Model

/// Everything a report says, as plain values.
package struct ReportInput: Hashable, Sendable {
  package var repository: Subject
  package var origin: Origin
  /// The last complete day that the report speaks of.
  package var date: Day
  package var lifecycle: Lifecycle
  /// The first day known of all streams; nil when everything is known from the creation on.
  package var knownSince: Day?
  /// Days known, with their fraction: since the creation, or the latest horizon.
  package var knownDays: Double
  package var score: ScoreReading
  /// The readings 7 and 28 days before; nil where nothing was known then.
  package var weekAgo: ScoreReading?
  package var fourWeeksAgo: ScoreReading?
  /// The score at the end of each week, oldest first, the last one that of `date`.
  package var weeklyScores: [Double?]
  /// Scores of the year that earlier reports gave and that today's facts moved by more than a point.
  package var revisions: [Revision]
  package var metrics: [MetricReading]
  /// The same at the day that ``span`` compares with; empty where nothing was known then.
  package var metricsBefore: [MetricReading]
  /// Issues and pull requests that are open, in any order.
  package var openItems: [OpenItem]
  /// What could be done next, most effect first.
  package var steps: [Step]
  /// Points that one more fork would bring; nil without a score.
  package var forkEffect: Double?
  /// People seen for the first time, in any order.
  package var newcomers: [Newcomer]
  /// What is to be expected, in the order in which it is told.
  package var outlooks: [SeriesOutlook]
  /// Nil where there are too few others of its size.
  package var peers: PeerComparison?
  /// By month of first activity, oldest first.
  package var cohorts: [RetentionCohort]
  /// The people behind the absence factor, nil for one without an account; empty unless people may
  /// be named.
  package var absentees: [String?]
  /// How many items of bots were left out.
  package var botItems: Int
  /// How many different bots these are, authors of commits included.
  package var botAccounts: Int
  /// Those that are open, the most important first.
  package var alerts: [AlertReading]
  package var streams: [StreamReading]
  /// What was not collected, besides the parts of the score without data.
  package var missing: [MissingReading]
  /// What a weekly report says besides; nil for any other.
  package var weekly: WeeklyEdition?

  package init(
    repository: Subject,
    origin: Origin,
    date: Day,
    lifecycle: Lifecycle = .active,
    knownSince: Day? = nil,
    knownDays: Double,
    score: ScoreReading,
    weekAgo: ScoreReading? = nil,
    fourWeeksAgo: ScoreReading? = nil,
    weeklyScores: [Double?] = [],
    revisions: [Revision] = [],
    metrics: [MetricReading] = [],
    metricsBefore: [MetricReading] = [],
    openItems: [OpenItem] = [],
    steps: [Step] = [],
    forkEffect: Double? = nil,
    newcomers: [Newcomer] = [],
    outlooks: [SeriesOutlook] = [],
    peers: PeerComparison? = nil,
    cohorts: [RetentionCohort] = [],
    absentees: [String?] = [],
    botItems: Int = 0,
    botAccounts: Int = 0,
    alerts: [AlertReading] = [],
    streams: [StreamReading] = [],
    missing: [MissingReading] = [],
    weekly: WeeklyEdition? = nil
  ) {
    self.repository = repository
    self.origin = origin
    self.date = date
    self.lifecycle = lifecycle
    self.knownSince = knownSince
    self.knownDays = knownDays
    self.score = score
    self.weekAgo = weekAgo
    self.fourWeeksAgo = fourWeeksAgo
    self.weeklyScores = weeklyScores
    self.revisions = revisions
    self.metrics = metrics
    self.metricsBefore = metricsBefore
    self.openItems = openItems
    self.steps = steps
    self.forkEffect = forkEffect
    self.newcomers = newcomers
    self.outlooks = outlooks
    self.peers = peers
    self.cohorts = cohorts
    self.absentees = absentees
    self.botItems = botItems
    self.botAccounts = botAccounts
    self.alerts = alerts
    self.streams = streams
    self.missing = missing
    self.weekly = weekly
  }
}

extension ReportInput {
  /// How far back a report looks for what changed.
  package enum Span: Int, Hashable, Sendable {
    case week = 7
    case fourWeeks = 28

    package var days: Int { rawValue }
    /// As in the head of a column.
    var words: String { self == .week ? "7\(NumberText.space)days" : "4 weeks" }
    /// As in the head of a column of numbers.
    var ago: String { self == .week ? "A week ago" : "4 weeks ago" }
  }

  package var openAlerts: Int { alerts.count }

  /// A weekly report speaks of its week.
  package var span: Span { weekly == nil ? .fourWeeks : .week }

  /// How far back the score is compared: a weekly report looks as far as its direction comes from.
  var scoreSpan: Span {
    guard weekly != nil, let course = Direction.of(self), course.direction != .steady,
      course.since != weekAgo
    else { return span }
    return .fourWeeks
  }

  /// The score that changes are measured from.
  var before: ScoreReading? { scoreSpan == .week ? weekAgo : fourWeeksAgo }

  /// The weekly scores, those left out whose days were not all known.
  var sureScores: [Double?] {
    guard let knownSince else { return weeklyScores }
    return weeklyScores.enumerated()
      .map { index, score in
        let end = date.advanced(by: -7 * (weeklyScores.count - 1 - index))
        return knownSince.distance(to: end) + 1 < ScoreRule.lookBackDays ? nil : score
      }
  }

  /// False where nobody can say who was here before, as some of what people do is not read.
  var knowsNewcomers: Bool {
    metrics.first { $0.id == "contributors.new.30d" }.map { $0.value != nil } ?? true
  }
}

extension ReportInput {
  /// A score that was told, and what it is by today's facts.
  package struct Revision: Hashable, Sendable {
    package var day: Day
    package var told: Double
    package var now: Double

    /// Nil where it moved by no more than a point.
    package init?(day: Day, told: Double, now: Double) {
      guard abs(now - told) > 1 else { return nil }
      (self.day, self.told, self.now) = (day, told, now)
    }
  }

  /// The repository a report is about.
  package struct Subject: Hashable, Sendable {
    package var id: RepositoryID
    package var name: RepositoryName
    package var createdAt: Timestamp

    package init(id: RepositoryID, name: RepositoryName, createdAt: Timestamp) {
      self.id = id
      self.name = name
      self.createdAt = createdAt
    }
  }

  /// The run that wrote a report.
  package struct Origin: Hashable, Sendable {
    /// As in `https://github.com`.
    package var server: String
    /// Nil outside GitHub Actions.
    package var runNumber: Int?
    package var runURL: String?
    package var version: String
    package var writtenAt: Timestamp
    /// When the next run is expected; nil where no schedule is known.
    package var nextRunAt: Timestamp?

    package init(
      server: String = "https://github.com",
      runNumber: Int? = nil,
      runURL: String? = nil,
      version: String,
      writtenAt: Timestamp,
      nextRunAt: Timestamp? = nil
    ) {
      self.server = server
      self.runNumber = runNumber
      self.runURL = runURL
      self.version = version
      self.writtenAt = writtenAt
      self.nextRunAt = nextRunAt
    }
  }

  package enum Lifecycle: Hashable, Sendable {
    case archived
    case new
    /// With the last day on which anybody was active, nil where it is not known.
    case inactive(since: Day?)
    case active

    /// As in the machine-readable documents.
    package var name: String {
      switch self {
      case .archived: "archived"
      case .new: "new"
      case .inactive: "inactive"
      case .active: "active"
      }
    }
  }

  /// The last day on which anybody was active, where the repository is inactive and it is known.
  var inactiveSince: Day? { if case .inactive(let day) = lifecycle { day } else { nil } }
  /// The instant at which the data date ends.
  var end: Timestamp { date.end }
  var links: Links { Links(server: origin.server, repository: repository.name) }
}
