import Model

extension Analysis {
  /// Everything the catalogue says of issues.
  func issueMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let ids: [MetricID] = [
      .issuesOpen, .issuesOpened, .issuesClosed, .firstResponseMedian, .firstResponseP90,
      .answeredInAWeek, .closureRatio, .issuesStale,
    ]
    guard repository.hasIssues else {
      return ids.map { MetricValue($0, unknown: Self.issuesDisabled) }
    }
    return openIssueMetrics(at: cutoff) + issueFlowMetrics(at: cutoff)
      + issueResponseMetrics(at: cutoff)
  }

  /// The reason of every metric of issues where there can be none.
  static var issuesDisabled: String { "issues are disabled" }

  private func openIssueMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let known = streams[.issues].knowledge(ofAllBefore: cutoff)
    let open = openIssues(at: cutoff)
    let limit = cutoff.last(60).start
    let stale = open.count { lastActivity(on: $0, before: cutoff) < limit }
    return [
      MetricValue(.issuesOpen, count: open.count, known),
      MetricValue(.issuesStale, count: stale, known),
    ]
  }

  private func issueFlowMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let reach = streams[.issues]
    let (month, quarter) = (cutoff.last(30), cutoff.last(90))
    let opened = issuesCreated(in: quarter).count
    let ratio = opened == 0 ? nil : Double(closings.count(in: quarter)) / Double(opened)
    return [
      MetricValue(
        .issuesOpened,
        count: issuesCreated(in: month).count,
        reach.knowledge(of: month)
      ),
      MetricValue(.issuesClosed, count: closings.count(in: month), reach.knowledge(of: month)),
      MetricValue(
        .closureRatio,
        ratio,
        reach.knowledge(of: quarter),
        nothing: Self.noIssueInQuarter
      ),
    ]
  }

  private func issueResponseMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let reach = streams[.issues]
    let (quarter, matured) = (cutoff.last(90), cutoff.last(90, without: 7))
    let hours = responseHours(at: cutoff)
    let issues = issuesCreated(in: matured)
    let answered = issues.count { $0.isAnsweredInAWeek(before: cutoff) }
    let share = issues.isEmpty ? nil : Double(answered) / Double(issues.count)
    let known = reach.knowledge(of: quarter)
    let nothing = "no issue of the last 90 days has a first response"
    return [
      MetricValue(.firstResponseMedian, hours.median, known, nothing: nothing),
      MetricValue(.firstResponseP90, hours.quantile(0.9), known, nothing: nothing),
      MetricValue(
        .answeredInAWeek,
        share,
        reach.knowledge(of: matured),
        nothing: "no issue was opened between 90 and 7 days ago"
      ),
    ]
  }

  static var noIssueInQuarter: String { "no issue was opened in the last 90 days" }

  /// Hours to the first response of the last 90 days' issues that have one, ascending.
  func responseHours(at cutoff: Cutoff) -> [Double] {
    issuesCreated(in: cutoff.last(90))
      .filter { $0.firstResponse < cutoff.seconds }
      .map { hours(from: $0.created, to: $0.firstResponse) }
      .sorted()
  }

  /// Issues that were opened in the window, from the stream's horizon on.
  func issuesCreated(in window: Window) -> ArraySlice<IssueFacts> {
    issues[issues.range(in: window, from: streams[.issues].start) { $0.created }]
  }

  /// Issues that are open at the cutoff, however old.
  func openIssues(at cutoff: Cutoff) -> [IssueFacts] {
    issues.prefix { $0.created < cutoff.seconds }.filter { $0.closed >= cutoff.seconds }
  }

  /// The creation, or a later comment by a person.
  private func lastActivity(on issue: IssueFacts, before cutoff: Cutoff) -> Int {
    max(issue.created, comments.last(on: issue.item, before: cutoff) ?? issue.created)
  }
}

extension IssueFacts {
  /// Whether an answer came within seven days of the creation.
  var isAnsweredInAWeek: Bool { answered <= created + 7 * Cutoff.day }

  /// Whether it also came before the cutoff.
  func isAnsweredInAWeek(before cutoff: Cutoff) -> Bool {
    isAnsweredInAWeek && answered < cutoff.seconds
  }
}

/// Hours between two instants, with their fraction.
func hours(from start: Int, to end: Int) -> Double {
  Double(end - start) / 3_600
}
