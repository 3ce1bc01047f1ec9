import Analytics
import Model
import Settings

/// `vitals anomalies`: days unlike what was to be expected, as a table or as JSON.
struct AnomaliesCommand: Sendable {
  private let reader: SeriesReader
  private let from: Day?
  private let to: Day?
  private let session: Session

  init(_ query: SeriesQuery, from: Day?, to: Day?, _ session: Session) {
    var query = query
    query.date = to
    reader = SeriesReader(query, session)
    (self.from, self.to, self.session) = (from, to, session)
  }

  func run() async throws -> ExitStatus {
    var documents: [JSONValue] = []
    for found in try await reader.read() {
      let from = from ?? min(found.series.first, found.date)
      let rules = AnomalyRules(session.settings.alerts, releases: found.releases)
      let review = found.series.anomalyReview(from: from, to: found.date, rules: rules)
      documents.append(
        AnomaliesDocument(
          subject: found.subject,
          from: from,
          to: found.date,
          review: review
        )
        .json
      )
      if !session.options.isJSON {
        session.world.output(Self.table(review, of: found, from: from))
      }
    }
    if session.options.isJSON { session.print(documents) }
    return .success
  }

  private static func table(
    _ review: AnomalyReview,
    of found: ReadSeries,
    from: Day
  ) -> String {
    let title = "\(found.title) from \(from) to \(found.date)\n\(found.sparkline())\n"
    guard review.judged > 0 else {
      return title + "Too little history to judge these days: \(review.history.words) up to "
        + "\(found.date), and a day is judged when it is known and \(AnomalyReview.fewest) of the "
        + "\(AnomalyReview.window) before it are.\n\n"
    }
    let note = unjudged(review, from: from, to: found.date)
    guard !review.findings.isEmpty else {
      return title + "Nothing was unlike what was to be expected.\n\(note)\n"
    }
    let head = ["", "", "severity", "ratio", "observed", "expected", "95 % range", "test"]
    let rows = review.findings.map { finding in
      [
        finding.day.description, "\(finding.kind.rawValue) \(finding.direction.rawValue)",
        finding.severity.rawValue, number(finding.ratio), number(finding.observed),
        number(finding.expected),
        "\(number(finding.range.lowerBound)) to \(number(finding.range.upperBound))",
        finding.test.rawValue + (finding.isAfterRelease ? ", after a release" : ""),
      ]
    }
    return title + TextTable([head] + rows, numbers: [3, 4, 5, 6]).text + note + "\n"
  }

  /// A line on the days of which nothing can be said; empty where there is none.
  private static func unjudged(_ review: AnomalyReview, from: Day, to: Day) -> String {
    let days = max(0, from.distance(to: to) + 1)
    guard review.judged < days else { return "" }
    return
      "\(days - review.judged) of the \(days) days could not be judged: unknown, or with fewer "
      + "than \(AnomalyReview.fewest) known among the \(AnomalyReview.window) before them.\n"
  }

  private static func number(_ value: Double) -> String { PrintCommand.number(value) }
}

extension AnomalyRules {
  /// The rules as the settings have them.
  init(_ alerts: AlertSettings, releases: [Day]) {
    self.init(
      sensitivity: Sensitivity(alerts.sensitivity),
      holidays: alerts.holidays,
      releases: releases
    )
  }
}

extension AnomalyRules.Sensitivity {
  fileprivate init(_ setting: AnomalySensitivity) {
    self =
      switch setting {
      case .low: .low
      case .normal: .normal
      case .high: .high
      }
  }
}
