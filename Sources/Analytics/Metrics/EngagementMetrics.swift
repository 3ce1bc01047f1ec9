import Glibc
import Model

extension Analysis {
  /// How people engage beyond being counted.
  func engagementMetrics(at cutoff: Cutoff) -> [MetricValue] {
    [newcomersReturned(at: cutoff), repeatShare(at: cutoff)] + issueEngagement(at: cutoff)
  }

  private func newcomersReturned(at cutoff: Cutoff) -> MetricValue {
    let window = cutoff.last(120, without: 60)
    let newcomers = firstDays(in: window)
    let returned = newcomers.count { $0.next != Activity.none && $0.next - $0.day <= 60 }
    return MetricValue(
      .newcomersReturned,
      newcomers.isEmpty ? nil : Double(returned) / Double(newcomers.count),
      knowledgeOfNewcomers(in: window),
      nothing: "nobody was active for the first time between 120 and 60 days ago"
    )
  }

  private func repeatShare(at cutoff: Cutoff) -> MetricValue {
    let window = cutoff.last(30)
    let people = activity.people(in: window)
    let repeating = activity.repeating(in: window, seenBefore: cutoff).people
    return MetricValue(
      .repeatShare,
      people == 0 ? nil : Double(repeating) / Double(people),
      streams.activity.knowledge(of: window),
      nothing: "nobody was active in the last 30 days"
    )
  }

  private func issueEngagement(at cutoff: Cutoff) -> [MetricValue] {
    guard repository.hasIssues else {
      return [MetricID.commentsPerIssue, .firstResponseLow, .firstResponseHigh]
        .map {
          MetricValue($0, unknown: Self.issuesDisabled)
        }
    }
    let known = streams[.issues].knowledge(of: cutoff.last(90))
    let issues = issuesCreated(in: cutoff.last(90))
    let remarks = issues.reduce(0) { $0 + comments.count(on: $1.item, before: cutoff) }
    let mean = issues.isEmpty ? nil : Double(remarks) / Double(issues.count)
    let interval = Self.medianInterval(of: responseHours(at: cutoff))
    let few = "fewer than 6 issues of the last 90 days have a first response"
    return [
      MetricValue(.commentsPerIssue, mean, known, nothing: Self.noIssueInQuarter),
      MetricValue(.firstResponseLow, interval?.low, known, nothing: few),
      MetricValue(.firstResponseHigh, interval?.high, known, nothing: few),
    ]
  }

  /// The distribution-free 95 % interval of the median of ascending values; nil below six.
  static func medianInterval(of values: [Double]) -> (low: Double, high: Double)? {
    guard values.count >= 6 else { return nil }
    let count = Double(values.count)
    let low = floor((count - 1.96 * count.squareRoot()) / 2)
    let high = ceil(1 + (count + 1.96 * count.squareRoot()) / 2)
    return (values[max(1, Int(low)) - 1], values[min(values.count, Int(high)) - 1])
  }
}
