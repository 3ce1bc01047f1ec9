import Analytics
import Collector
import Delivery
import GitHub
import Model
import Reporting
import Settings
import Storage

/// Brings the alert issues of each repository into line with what is the case.
struct AlertStage: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let store: any MetricStore
  private let reports: ReportStage

  init(_ session: Session, api: GitHubAPI, store: any MetricStore, reports: ReportStage) {
    (self.session, self.api) = (session, api)
    (self.store, self.reports) = (store, reports)
  }

  /// What was done, and what could not be.
  struct Outcome: Sendable {
    var delivered: [RunRecord.DeliveredRecord] = []
    var failures: [CollectionFailure] = []
  }

  /// Judges, then opens, updates and closes the alerts of a repository.
  ///
  /// - Parameters:
  ///   - repository: The repository.
  ///   - input: The report of the day.
  ///   - analysis: What it was made from.
  ///   - issues: The issues under the tool's label; nil reads them now.
  ///   - failures: What the collection of this run met; nil where there was none.
  ///   - lost: History that this run found lost.
  /// - Returns: What was done.
  /// - Throws: What the store throws; `InvalidDocument`.
  func run(
    _ repository: Repository,
    _ input: ReportInput,
    _ analysis: Analysis,
    among issues: [OwnIssue]?,
    after failures: [CollectionFailure]?,
    lost: HistoryLoss?
  ) async throws -> Outcome {
    let streams = try await store.streams(of: repository.id)
    var ledger = AlertLedger(try await store.alerts(of: repository.id))
    let troubles = failures.map { RunTroubles($0, streams) }
    if let troubles { try await note(troubles, in: &ledger, of: repository) }
    let context = AlertContext(
      input,
      analysis,
      streams: streams,
      ledger: ledger,
      reportedSince: try await store.publishedScores(of: repository.id).first?.day,
      lost: lost.flatMap { $0.hasDays ? $0 : nil },
      isComplete: failures?.isEmpty ?? false,
      settings: session.settings.alerts
    )
    let numbers = AlertTexts.numbers(ledger.records) + input.openItems.map(\.number)
    let titles = try await store.titles(of: numbers, in: repository.id)
    let texts = AlertTexts(
      context: context,
      templates: reports.templates,
      labels: session.settings.delivery.issues.labels,
      titles: Dictionary(titles.map { ($0.number, $0.title) }) { first, _ in first },
      hasCopy: session.copyPlace != nil
    )
    let hasGap = troubles?.hasGap ?? isBehind(streams)
    return try await reconcile(repository, texts, among: issues, hasGap: hasGap)
  }

  /// Whether the store does not reach the data date, as when nothing was collected for a day.
  private func isBehind(_ streams: [Model.Stream: StreamState]) -> Bool {
    [Model.Stream.commits, .issues, .pulls, .forks]
      .contains { stream in
        guard let attempt = streams[stream]?.lastAttempt else { return true }
        return attempt.failure != nil || attempt.at < session.dataDate.end
      }
  }

  private func note(
    _ troubles: RunTroubles,
    in ledger: inout AlertLedger,
    of repository: Repository
  ) async throws {
    let day = session.dataDate
    let known = ledger.records.filter { $0.cleared == nil && TroubleNotes.streak(of: $0) != nil }
      .compactMap(AlertSubject.init)
    let named = session.namedRun(in: repository)
    var changed: [AlertRecord] = []
    for subject in Set(known).union(troubles.answers.keys) {
      let run = troubles.answers[subject]
        .map { answer in
          TroubleStreak.Run(
            day: day,
            at: session.now,
            number: named?.number,
            url: named?.url,
            answer: answer
          )
        }
      if let record = ledger.note(run, on: subject, at: day) { changed.append(record) }
    }
    guard !changed.isEmpty else { return }
    try await store.apply(Changes(repository: repository.id, alerts: changed))
  }

  private func reconcile(
    _ repository: Repository,
    _ texts: AlertTexts,
    among issues: [OwnIssue]?,
    hasGap: Bool
  ) async throws -> Outcome {
    var outcome = Outcome()
    let trouble = "The alerts of \(repository.name) were not written"
    let isPossible = repository.hasIssues && !repository.isArchived
    let result = try await DeliveryOutcome.of(trouble) {
      var desk = try await AlertDesk(
        session,
        api: api,
        store: store,
        repository,
        texts,
        among: isPossible && session.settings.delivery.issues.mode != .off ? issues : []
      )
      defer { outcome.delivered = desk.delivered }
      try await desk.reconcile(hasGap: hasGap, isPossible: isPossible)
      return .skipped
    }
    if case .failed(let sentence, let failureClass) = result {
      outcome.failures.append(
        CollectionFailure(stream: nil, failureClass: failureClass, description: sentence)
      )
    }
    return outcome
  }
}
