import Analytics
import Model
import Reporting
import Storage

extension ReportInput {
  /// Everything a report says of a repository on a day.
  ///
  /// - Parameters:
  ///   - analysis: What is known of it.
  ///   - streams: Where each stream stands.
  ///   - date: The data date.
  ///   - titles: Titles of the items that are open or were opened by newcomers, by number.
  ///   - counts: Rows in the store by stream.
  ///   - rule: When a fall of the score is worth an alert.
  ///   - published: The scores that earlier reports gave.
  ///   - forecastDays: The spans that are forecast, in days.
  ///   - peers: What can be compared of the other repositories in the store.
  ///   - namesPeople: Whether people stand beside the absence factor.
  ///   - origin: The run that writes the report.
  init(
    _ analysis: Analysis,
    streams: [Stream: StreamState],
    on date: Day,
    titles: [Int: String],
    counts: [Stream: Int],
    rule: HealthDropRule,
    published: [PublishedScore],
    forecastDays: [Int],
    peers: [PeerRates],
    namesPeople: Bool,
    origin: Origin
  ) {
    let repository = analysis.repository
    let health = analysis.health(from: date.advanced(by: -364), to: date, rule: rule)
    let year = health.days.map(\.score)
    let score = year[364]
    let isKnownBefore = repository.createdAt.day <= date.advanced(by: -28)
    let metrics = analysis.metrics(on: date).map(MetricReading.init)
    let rates = PeerRates(score)
    let comparison = rates.flatMap { PeerComparison($0, among: peers) }
    let similar = rates.map { PeerComparison.peers(of: $0, among: peers).count } ?? 0
    self.init(
      repository: Subject(
        id: repository.id,
        name: repository.name,
        createdAt: repository.createdAt
      ),
      origin: origin,
      date: date,
      lifecycle: Lifecycle(score.lifecycle, lastActive: analysis.lastActiveDay(upTo: date)),
      knownSince: streams.knownSince,
      knownDays: score.knownDays,
      score: ScoreReading(score),
      weekAgo: ScoreReading(year[357], since: repository),
      fourWeeksAgo: ScoreReading(year[336], since: repository),
      weeklyScores: stride(from: 0, through: 364, by: 7).map { year[$0].score },
      revisions: Self.revisions(of: published, in: year.dropLast()),
      metrics: metrics,
      metricsBefore: isKnownBefore
        ? analysis.metrics(on: date.advanced(by: -28)).map(MetricReading.init) : [],
      openItems: analysis.openItems(on: date)
        .map { Reporting.OpenItem($0, title: titles[$0.number] ?? "", on: date) },
      steps: analysis.steps(on: date, now: origin.writtenAt),
      forkEffect: analysis.effect(of: .fork, on: date),
      newcomers: analysis.newcomers(on: date)
        .compactMap { Reporting.Newcomer($0, titles: titles) },
      outlooks: score.lifecycle == .archived || score.lifecycle == .inactive
        ? [] : analysis.outlooks(on: date, spans: forecastDays),
      peers: comparison,
      cohorts: analysis.retentionCohorts(on: date),
      absentees: namesPeople ? analysis.peopleBehindAbsenceFactor(on: date) : [],
      botItems: analysis.leftOut.items,
      botAccounts: analysis.leftOut.accounts,
      alerts: health.alerts.filter { $0.cleared == nil }.map(AlertReading.init),
      streams: streams.readings(counts: counts)
        .filter { $0.stream != .issues || repository.hasIssues },
      missing: streams.unread(ScoreReading(score), metrics)
        + (metrics.isTrafficKnown ? [] : [.traffic(streams[.traffic])])
        + (comparison == nil ? [.peers(similar)] : [])
    )
  }

  private static func revisions(
    of published: [PublishedScore],
    in scores: ArraySlice<HealthScore>
  ) -> [Revision] {
    let told = Dictionary(published.map { ($0.day, $0.score) }) { _, newer in newer }
    return scores.compactMap { score in
      guard let now = score.score, let told = told[score.day] else { return nil }
      return Revision(day: score.day, told: told, now: now)
    }
  }

  /// Numbers of the items that a report of that day names.
  static func numbers(_ analysis: Analysis, on date: Day) -> [Int] {
    analysis.openItems(on: date).map(\.number)
      + analysis.newcomers(on: date).compactMap { $0.firstItem?.number }
  }
}

extension AlertReading {
  /// A fall of the score that is firing, whether or not it was told.
  fileprivate init(_ alert: HealthDropAlert) {
    let (before, now) = (NumberText.score(alert.drop.before), NumberText.score(alert.drop.now))
    self.init(
      kind: "health-drop",
      subject: "",
      title: "Health fell from \(before) to \(now)",
      since: alert.fired,
      issue: nil
    )
  }
}

extension ReportInput.Lifecycle {
  fileprivate init(_ lifecycle: Analytics.Lifecycle, lastActive: Day?) {
    switch lifecycle {
    case .archived: self = .archived
    case .new: self = .new
    case .inactive: self = .inactive(since: lastActive)
    case .active: self = .active
    }
  }
}

extension ScoreReading {
  fileprivate init(_ score: HealthScore) {
    self.init(
      value: score.score,
      standardError: score.standardError,
      confidence: score.confidence,
      coverage: score.coverage,
      publishedBand: score.publishedBand,
      components: score.components.map(ComponentReading.init)
    )
  }

  /// Nil for a day before the repository was created.
  fileprivate init?(_ score: HealthScore, since repository: Repository) {
    guard score.day >= repository.createdAt.day, score.score != nil else { return nil }
    self.init(score)
  }
}

extension ComponentReading {
  fileprivate init(_ part: ComponentScore) {
    self.init(
      id: part.id,
      score: part.score,
      weight: part.weight,
      points: part.points,
      status: part.status,
      reason: part.reason,
      inputs: part.inputs.map { Input($0.name, $0.value) },
      isMedianReached: part.isMedianReached
    )
  }
}

extension MissingReading {
  /// Views and clones, with the words of a refusal where a token for them was tried.
  fileprivate static func traffic(_ state: StreamState?) -> MissingReading {
    var reading = traffic
    if let failure = state?.lastAttempt?.failure {
      let clause = failure.hasSuffix(".") ? String(failure.dropLast()) : failure
      (reading.why, reading.remedy) = (clause, "See: ")
    }
    return reading
  }
}

extension [MetricReading] {
  /// True when views or clones of any day are known.
  fileprivate var isTrafficKnown: Bool {
    contains { $0.id.hasPrefix("traffic.") && $0.value != nil }
  }
}

extension MetricReading {
  /// A metric as it was computed.
  init(_ metric: MetricValue) {
    self.init(
      metric.id.rawValue,
      metric.value,
      status: metric.status,
      since: metric.since,
      reason: metric.reason
    )
  }
}

extension Reporting.OpenItem {
  fileprivate init(_ item: Analytics.OpenItem, title: String, on date: Day) {
    self.init(
      number: item.number,
      kind: item.kind,
      title: title,
      createdAt: item.createdAt,
      isDraft: item.isDraft,
      firstResponseAt: item.firstResponseAt,
      reviews: item.reviews,
      lastActivityAt: item.lastActivityAt,
      isStale: item.kind == .issue && item.isStale(on: date)
    )
  }
}

extension Reporting.Newcomer {
  /// Nil for one who is only known by an address or has opened nothing.
  fileprivate init?(_ newcomer: Analytics.Newcomer, titles: [Int: String]) {
    guard let login = newcomer.login, let item = newcomer.firstItem else { return nil }
    self.init(
      login: login,
      number: item.number,
      kind: item.kind,
      title: titles[item.number] ?? "",
      openedAt: item.openedAt,
      firstResponseAt: item.firstResponseAt,
      state: item.state
    )
  }
}
