import Analytics
import Model
import Reporting
import Settings
import Storage

/// The second stage of a run: store → health report.
struct ReportStage: Sendable {
  private let session: Session
  private let store: any MetricStore
  let templates: TemplateSet
  private let peers: PeerBook

  /// Files in the folder `templates` replace the built-in ones, one by one.
  ///
  /// - Throws: ``AppFailure`` when the folder cannot be read.
  init(_ session: Session, store: any MetricStore, templates folder: String?) throws {
    self.session = session
    self.store = store
    peers = PeerBook(session, store)
    templates = try folder.map(TemplateSet.init(folder:)) ?? .builtIn
    try templates.check()
  }

  /// A repository's report, with what it was made from.
  struct Report: Sendable {
    var input: ReportInput
    var document: ReportDocument
  }

  /// Writes the health report of a day, or of the data date.
  ///
  /// - Throws: `InvalidDocument` when it would not show as meant; ``AppFailure`` when the
  ///   repository was never collected.
  func report(of repository: Repository, on date: Day?) async throws -> Report {
    try await report(of: repository, input(of: repository, on: date).input)
  }

  /// Writes the health report from what was put together before, with the alerts that are open now.
  func report(of repository: Repository, _ input: ReportInput) async throws -> Report {
    let input = try await withAlerts(input)
    return Report(input: input, document: try HealthReport(input).document(templates: templates))
  }

  /// Writes the portfolio of a day, or of each one's data date, with the alerts that are open now.
  ///
  /// - Throws: As ``report(of:on:)``; ``AppFailure`` without a repository.
  func portfolio(of repositories: [Repository], on date: Day?) async throws -> PortfolioDocument {
    var inputs: [ReportInput] = []
    for repository in repositories {
      inputs.append(try await withAlerts(input(of: repository, on: date).input))
    }
    return try portfolio(inputs, of: inputs.count)
  }

  /// Writes the portfolio from what was put together before.
  ///
  /// - Parameters:
  ///   - inputs: One of each repository that could be read, with its open alerts.
  ///   - all: How many repositories there are.
  ///   - edition: The issue that is to show it; nil for a file.
  /// - Returns: The document.
  /// - Throws: As ``report(of:on:)``; ``AppFailure`` without a repository.
  func portfolio(
    _ inputs: [ReportInput],
    of all: Int,
    _ edition: PortfolioEdition? = nil
  ) throws -> PortfolioDocument {
    guard let report = PortfolioReport(inputs, of: all, edition: edition) else {
      throw AppFailure(.usage, "No repository may be reported on here; name one with `--repo`.")
    }
    return try report.document(templates: templates)
  }

  /// Everything that a report of an earlier day would say, with the alerts that are open now.
  func input(of repository: Repository, beforeNow date: Day) async throws -> ReportInput {
    let analysis = try await StoredRepositories(session, store).analysis(of: repository)
    return try await withAlerts(input(of: repository, analysis, on: date))
  }

  private func withAlerts(_ input: ReportInput) async throws -> ReportInput {
    var input = input
    input.alerts = AlertLedger(try await store.alerts(of: input.repository.id)).open
      .map(AlertReading.init)
    return input
  }

  /// What is known of a repository, and everything that a report of a day would say.
  ///
  /// It tells of history that this run found `lost`.
  func input(
    of repository: Repository,
    on requested: Day?,
    lost: HistoryLoss? = nil
  ) async throws -> (analysis: Analysis, input: ReportInput) {
    let analysis = try await StoredRepositories(session, store).analysis(of: repository)
    let date = try session.date(requested, of: analysis)
    var input = try await input(of: repository, analysis, on: date)
    if let lost, lost.hasDays {
      input.missing.append(.lost(lost, hasCopy: session.copyPlace != nil))
    }
    return (analysis, input)
  }

  /// Writes the report of a week.
  ///
  /// - Parameters:
  ///   - repository: What it is about.
  ///   - week: The week that ends with `date`, or that is under way then.
  ///   - date: The data date.
  ///   - last: What the report of the week before said.
  ///   - previousIssue: The issue that shows it.
  /// - Returns: The document.
  /// - Throws: As ``report(of:on:)``.
  func weeklyReport(
    of repository: Repository,
    _ week: Week,
    on date: Day,
    after last: PastReport? = nil,
    in previousIssue: Int? = nil
  ) async throws -> ReportDocument {
    let analysis = try await StoredRepositories(session, store).analysis(of: repository)
    let input = try await input(of: repository, analysis, on: date)
      .weekly(week, analysis, after: last, in: previousIssue)
    return try await report(of: repository, input).document
  }

  /// Everything that a report of a day would say.
  func input(
    of repository: Repository,
    _ analysis: Analysis,
    on date: Day
  ) async throws -> ReportInput {
    let numbers = ReportInput.numbers(analysis, on: date)
    let titles = try await store.titles(of: numbers, in: repository.id)
    return ReportInput(
      analysis,
      streams: try await store.streams(of: repository.id),
      on: date,
      titles: Dictionary(titles.map { ($0.number, $0.title) }) { first, _ in first },
      counts: try await store.counts(of: repository.id),
      rule: HealthDropRule(session.settings.alerts.healthDrop),
      published: try await store.publishedScores(of: repository.id),
      forecastDays: session.settings.analytics.forecastDays,
      peers: try await peers.rates(on: date, besides: repository.id),
      namesPeople: session.settings.report.namesPeople,
      origin: session.origin(for: repository)
    )
  }
}

extension AlertReading {
  /// An alert as the store keeps it.
  fileprivate init(_ record: AlertRecord) {
    self.init(
      kind: record.kind,
      subject: record.subject,
      title: record.title ?? record.kind,
      since: record.fired ?? record.began,
      issue: record.issue
    )
  }
}

extension ReportStage {
  /// Keeps the score of a report that is published, so that a later one can say when it moved.
  func remember(_ report: Report) async throws {
    guard let score = report.input.score.value else { return }
    let published = PublishedScore(day: report.input.date, score: score)
    try await store.apply(
      Changes(repository: report.input.repository.id, publishedScores: [published])
    )
  }

  /// What a run found in several repositories, in short.
  func summary(of reports: [Report], among all: Int, run: RunRecord) throws -> String {
    try PortfolioReport(reports.map(\.input), of: all)?.summary(templates: templates, run: run)
      ?? ""
  }

  /// What a run did for a repository, in short; the whole report may be in `file`.
  func summary(of report: Report, in file: String?, run: RunRecord) throws -> String {
    try RunSummary(report.input, run: run, file: file).document(templates: templates)
  }
}

extension TemplateSet {
  /// The templates with those of a folder in place of the built-in ones of the same name.
  fileprivate init(folder: String) throws {
    var overrides: [String: String] = [:]
    for name in Self.names {
      guard let bytes = try Files.read("\(folder)/\(name).md") else { continue }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw AppFailure(.usage, "The template \(folder)/\(name).md is not UTF-8.")
      }
      overrides[name] = text
    }
    guard !overrides.isEmpty else {
      let names = Self.names.map { "\($0).md" }.joined(separator: ", ")
      throw AppFailure(.usage, "The folder \(folder) has no template; known are \(names).")
    }
    self.init(overrides: overrides, folder: folder)
  }
}

extension Session {
  /// The run of GitHub Actions, where a text about a repository may name it.
  ///
  /// The run of another repository, which may be private, is not named to those who read a public
  /// one.
  func namedRun(in repository: Repository) -> (number: Int?, url: String?)? {
    guard repository.isPrivate || home == nil || repository.name == home else { return nil }
    return (environment.actions?.number.flatMap { Int($0) }, environment.runURL)
  }

  /// The run that writes a report about a repository.
  fileprivate func origin(for repository: Repository) -> ReportInput.Origin {
    let run = namedRun(in: repository)
    return ReportInput.Origin(
      server: environment.serverURL,
      runNumber: run?.number,
      runURL: run?.url,
      version: Version.current,
      writtenAt: now
    )
  }
}
