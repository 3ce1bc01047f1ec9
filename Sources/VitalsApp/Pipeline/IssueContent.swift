import Delivery
import Model
import Reporting

/// What a health issue shows: one repository, or many.
protocol IssueContent: Sendable {
  /// What the issues of weeks are, to the store and in their markers.
  var weekly: WeeklyIssue.Kind { get }
  /// Under which the store remembers the issue that is edited in place.
  var rolling: String { get }
  /// As in the record of a run.
  var record: String { get }
  /// Under which the store remembers issues that this one takes the place of.
  var replaced: Set<String> { get }
  /// The newest day that is told of.
  var dataDate: Day { get }

  /// The text of the issue that is edited in place.
  func rollingDocument() throws -> IssueDocument

  /// The text of the issue of a week.
  ///
  /// - Parameters:
  ///   - week: The week that ends with `date`, or that is under way then.
  ///   - date: The data date.
  ///   - body: The text of the issue of the week before; nil where there is none any more.
  ///   - previous: Its number.
  /// - Returns: The text, without labels.
  /// - Throws: What the store throws; `InvalidDocument`.
  func document(
    of week: Week,
    on date: Day,
    after body: String?,
    in previous: Int?
  ) async throws -> IssueDocument
}

/// The health issue of one repository.
struct HealthContent: IssueContent {
  let report: ReportStage.Report
  let repository: Repository
  let reports: ReportStage

  let weekly = WeeklyIssue.Kind.health
  let rolling = "health"
  let record = RunRecord.DeliveredRecord.healthIssue
  let replaced: Set<String> = []
  var dataDate: Day { report.input.date }

  func rollingDocument() -> IssueDocument { IssueDocument(report.document) }

  func document(
    of week: Week,
    on date: Day,
    after body: String?,
    in previous: Int?
  ) async throws -> IssueDocument {
    IssueDocument(
      try await reports.weeklyReport(
        of: repository,
        week,
        on: date,
        after: body.flatMap { PastReport(in: $0) },
        in: previous
      )
    )
  }
}

/// The one issue of many repositories.
struct PortfolioContent: IssueContent {
  /// What the run has reported, in any order; never empty.
  let shown: [(repository: Repository, input: ReportInput)]
  /// How many repositories there are, read or not.
  let all: Int
  let home: Repository
  let links: Links
  /// What may be told of the run in its home; nil where that is nothing.
  let run: (number: Int?, url: String?)?
  let reports: ReportStage

  let weekly = WeeklyIssue.Kind.portfolio
  let rolling = WeeklyIssue.Kind.portfolio.rawValue
  let record = RunRecord.DeliveredRecord.portfolioIssue
  let replaced: Set = [WeeklyIssue.Kind.health.rawValue, "health"]
  var dataDate: Day { shown.map(\.input.date).max() ?? Day(number: 0) }

  func rollingDocument() throws -> IssueDocument {
    try document(shown.map(\.input), PortfolioEdition(home: home.id, links: links))
  }

  /// A repository that was read less far is told of as it was known last.
  func document(
    of week: Week,
    on date: Day,
    after body: String?,
    in previous: Int?
  ) async throws -> IssueDocument {
    var inputs: [ReportInput] = []
    for (repository, input) in shown {
      inputs.append(
        input.date <= date ? input : try await reports.input(of: repository, beforeNow: date)
      )
    }
    let edition = PortfolioEdition(
      home: home.id,
      links: links,
      week: week,
      previousIssue: previous
    )
    return try document(inputs, edition)
  }

  private func document(
    _ inputs: [ReportInput],
    _ edition: PortfolioEdition
  ) throws -> IssueDocument {
    var inputs = inputs
    for index in inputs.indices {
      (inputs[index].origin.runNumber, inputs[index].origin.runURL) = (run?.number, run?.url)
    }
    let portfolio = try reports.portfolio(inputs, of: all, edition)
    return IssueDocument(
      marker: portfolio.marker ?? OwnMarker(kind: rolling, repository: home.id),
      title: portfolio.title,
      body: portfolio.text,
      labels: []
    )
  }
}

extension IssueDocument {
  fileprivate init(_ report: ReportDocument) {
    self.init(marker: report.marker, title: report.title, body: report.body, labels: [])
  }
}
