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
      let findings = found.series.anomalies(from: from, to: found.date, rules: rules)
      documents.append(
        AnomaliesDocument(
          subject: found.subject,
          from: from,
          to: found.date,
          findings: findings
        )
        .json
      )
      if !session.options.isJSON {
        session.world.output(Self.table(findings, of: found, from: from))
      }
    }
    if session.options.isJSON { session.print(documents) }
    return .success
  }

  private static func table(
    _ findings: [AnomalyFinding],
    of found: ReadSeries,
    from: Day
  ) -> String {
    let title = "\(found.title) from \(from) to \(found.date)\n\(found.sparkline())\n"
    guard !findings.isEmpty else {
      return title + "Nothing was unlike what was to be expected.\n\n"
    }
    let head = ["", "", "severity", "ratio", "observed", "expected", "95 % range", "test"]
    let rows = findings.map { finding in
      [
        finding.day.description, "\(finding.kind.rawValue) \(finding.direction.rawValue)",
        finding.severity.rawValue, number(finding.ratio), number(finding.observed),
        number(finding.expected),
        "\(number(finding.range.lowerBound)) to \(number(finding.range.upperBound))",
        finding.test.rawValue + (finding.isAfterRelease ? ", after a release" : ""),
      ]
    }
    return title + TextTable([head] + rows, numbers: [3, 4, 5, 6]).text + "\n"
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
