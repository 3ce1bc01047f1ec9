import Model

@testable import Analytics
@testable import Reporting

extension SampleInputs {
  /// The ordinary day with everything that a report may have besides.
  static var everySection: ReportInput {
    var input = ordinary
    input.alerts = [
      AlertReading(
        kind: "health-drop",
        subject: "",
        title: "Health fell from 86 to 74",
        since: day("2023-08-14"),
        issue: nil
      )
    ]
    input.revisions = [
      ("2023-08-18", 75.2, 73.6), ("2023-08-19", 75.1, 73.4), ("2022-12-30", 71.0, 74.2),
      ("2023-08-12", 78.4, 77.2),
    ]
    .compactMap { .init(day: day($0.0), told: $0.1, now: $0.2) }
    input.outlooks = busyOutlooks
    input.peers = peers
    input.cohorts = [
      RetentionCohort(month: day("2023-03-01"), people: 3, active: [1, 0, 2, 1, 1]),
      RetentionCohort(month: day("2023-07-01"), people: 1, active: [0]),
      RetentionCohort(month: day("2023-08-01"), people: 2, active: []),
    ]
    input.absentees = ["octo-ann", nil, "octo`bob"]
    input.missing = [.traffic]
    return input
  }

  private static var peers: PeerComparison? {
    func rates(_ people: Int, _ values: [Double]) -> PeerRates {
      PeerRates(
        activePeople: people,
        rates: Dictionary(
          uniqueKeysWithValues: zip(PeerRates.Measure.allCases, values)
            .map { ($0, .init(value: $1, standardError: 0.2)) }
        )
      )
    }
    let others = (0..<11)
      .map { index in
        let place = Double(index) / 11
        // The last two have no repeat contributors to compare.
        return rates(3 + index, index < 9 ? [place, place, place] : [place, place])
      }
    return PeerComparison(rates(6, [0.5, 0.15, 0.9]), among: others)
  }
}
