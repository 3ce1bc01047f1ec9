package import Model

/// Decides day by day which findings of a repository's series become alerts, and when these clear
/// (docs/metrics.md, section 8).
///
/// A spike fires at once where it is at least three events above its expectation, a drop on the
/// second day in a row; a shift and a stop have lasted for days when they are found. An alert
/// clears after seven days below a ratio of 0.7. Unknown days neither count nor break a run.
package struct AnomalyAlerts: Hashable, Sendable {
  /// Those that last, the oldest first.
  package private(set) var open: [AnomalyAlert] = []
  private var states: [String: MetricState] = [:]
  private var lastCleared: [AnomalyAlert.Subject: Day] = [:]

  package init() {}

  /// What changes on a day, given the readings of all series in their order.
  ///
  /// The shifts of the metrics in `silenced` fire nothing: something else has told of them.
  package mutating func advance(
    _ readings: [(metric: String, reading: AnomalyReading)],
    on day: Day,
    silenced: Set<String> = []
  ) -> [AnomalyAlertEvent] {
    var events = missingData(in: readings, on: day)
    var causes: [AnomalyAlert.Cause] = []
    for (metric, reading) in readings where reading.isKnown {
      var state = states[metric] ?? MetricState()
      let step = state.advance(reading, isSilenced: silenced.contains(metric))
      states[metric] = state
      switch step {
      case .none: break
      // Back before the others of its alert are over: the alert goes on.
      case .fires(let finding) where open.contains { $0.names(metric) }:
        events += worsen(metric, to: finding.severity)
      case .fires(let finding): causes.append(.init(metric: metric, finding: finding))
      case .clears: events += clear(metric, on: day)
      case .lasts(let severity): events += worsen(metric, to: severity)
      }
    }
    return events + fire(causes, on: day)
  }

  /// Fewer days after it cleared an alert is the same one again.
  package static let cooldown = 7

  /// One alert for all that begins on a day where it is much, else one a metric.
  private mutating func fire(_ causes: [AnomalyAlert.Cause], on day: Day) -> [AnomalyAlertEvent] {
    guard causes.count >= 3 else {
      return causes.map { start(.metric($0.metric), for: [$0], on: day) }
    }
    return [start(.several(causes.map(\.metric)), for: causes, on: day)]
  }

  private mutating func start(
    _ subject: AnomalyAlert.Subject,
    for causes: [AnomalyAlert.Cause],
    on day: Day
  ) -> AnomalyAlertEvent {
    let before = lastCleared[subject]
    let alert = AnomalyAlert(
      subject: subject,
      fired: day,
      severity: causes.map(\.finding.severity).max() ?? .warning,
      causes: causes,
      reopens: before.flatMap { day.number - $0.number < Self.cooldown ? $0 : nil }
    )
    open.append(alert)
    return AnomalyAlertEvent(change: .fired, alert: alert)
  }

  private mutating func worsen(
    _ metric: String,
    to severity: AnomalyFinding.Severity
  ) -> [AnomalyAlertEvent] {
    guard let index = open.firstIndex(where: { $0.names(metric) }), open[index].severity < severity
    else { return [] }
    open[index].severity = severity
    return [AnomalyAlertEvent(change: .worsened, alert: open[index])]
  }

  /// An alert of several metrics clears with the last of them.
  private mutating func clear(_ metric: String, on day: Day) -> [AnomalyAlertEvent] {
    guard let index = open.firstIndex(where: { $0.names(metric) }),
      open[index].causes.allSatisfy({ states[$0.metric]?.isFiring != true })
    else { return [] }
    return [end(index, on: day)]
  }

  private mutating func end(_ index: Int, on day: Day) -> AnomalyAlertEvent {
    var alert = open.remove(at: index)
    alert.cleared = day
    lastCleared[alert.subject] = day
    return AnomalyAlertEvent(change: .cleared, alert: alert)
  }

  /// A day on which no series is known that ever was is a gap of the collection.
  private mutating func missingData(
    in readings: [(metric: String, reading: AnomalyReading)],
    on day: Day
  ) -> [AnomalyAlertEvent] {
    let isMissing = !states.isEmpty && !readings.contains { $0.reading.isKnown }
    switch (isMissing, open.firstIndex { $0.subject == .noData }) {
    case (true, nil): return [start(.noData, for: [], on: day)]
    case (false, let index?): return [end(index, on: day)]
    default: return []
    }
  }
}

extension AnomalyAlert {
  fileprivate func names(_ metric: String) -> Bool { causes.contains { $0.metric == metric } }
}

/// How far one metric is on its way into an alert, or out of it.
private struct MetricState: Hashable, Sendable {
  private(set) var isFiring = false
  private var quietDays = 0
  private var downDays = 0

  enum Step {
    case none
    case fires(AnomalyFinding)
    case clears
    /// It goes on, now with a finding of this severity.
    case lasts(AnomalyFinding.Severity)
  }

  mutating func advance(_ reading: AnomalyReading, isSilenced: Bool) -> Step {
    downDays = reading.finding?.direction == .down ? downDays + 1 : 0
    guard isFiring else {
      guard let finding = reading.finding, isWorthTelling(finding, isSilenced: isSilenced) else {
        return .none
      }
      (isFiring, quietDays) = (true, 0)
      return .fires(finding)
    }
    quietDays = reading.ratio < 0.7 ? quietDays + 1 : 0
    guard quietDays < 7 else {
      isFiring = false
      return .clears
    }
    return reading.finding.map { .lasts($0.severity) } ?? .none
  }

  private func isWorthTelling(_ finding: AnomalyFinding, isSilenced: Bool) -> Bool {
    switch finding.kind {
    case .spike: finding.ratio >= 1.1 && finding.observed - finding.expected >= 3
    case .drop: downDays >= 2
    case .shift: !isSilenced
    case .stopped: true
    }
  }
}
