import Analytics
import Model
import Reporting

extension ReportInput {
  /// The same report as the weekly one of a week that ends with its date, or that is under way.
  func weekly(
    _ week: Week,
    _ analysis: Analysis,
    after last: PastReport?,
    in previousIssue: Int?
  ) -> ReportInput {
    var input = self
    let weekAgo = date.advanced(by: -7)
    input.metricsBefore =
      repository.createdAt.day <= weekAgo
      ? analysis.metrics(on: weekAgo).map(MetricReading.init) : []
    input.weekly = WeeklyEdition(
      week: week,
      counts: analysis.weeklyCounts(upTo: date),
      openPulls: analysis.openPullsByWeek(upTo: date),
      last: last,
      standings: analysis.standings(of: last?.advice.flatMap(\.items) ?? [], on: date),
      previousIssue: previousIssue,
      newPeople: analysis.newcomers(on: date).count { $0.firstDay >= week.monday }
    )
    return input
  }
}
