import Collector
import Delivery
import GitHub
import Model
import Reporting
import Resilience
import Settings
import Storage

/// The last stage of a run: reports → the issue of each repository.
struct DeliverStage: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let store: any MetricStore

  init(_ session: Session, api: GitHubAPI, store: any MetricStore) {
    self.session = session
    self.api = api
    self.store = store
  }

  /// What was brought where, or why it was not.
  enum Outcome: Sendable {
    case delivered(RunRecord.DeliveredRecord)
    case skipped
    case failed(String, failureClass: String)
  }

  /// Brings a report into the health issue of its repository.
  ///
  /// The issues under the tool's label are those that the collection saw; nil reads them now.
  func deliver(
    _ report: ReportStage.Report,
    of repository: Repository,
    among issues: [OwnIssue]?
  ) async throws -> Outcome {
    guard session.settings.report.healthIssue != .off, session.settings.delivery.issues.mode != .off
    else { return .skipped }
    let document = issue(report, of: repository)
    guard !isPreview else {
      // A reader of JSON gets one document, the run's.
      let text = "# \(document.title)\n\n\(document.body)\n"
      if !session.options.isJSON { session.world.output(text) }
      return .delivered(record(of: repository, action: "printed", url: nil))
    }
    // Nothing can be written to an archived repository, and nobody waits for its health.
    guard !repository.isArchived else { return .skipped }
    guard repository.hasIssues else {
      return .failed(
        "The health issue of \(repository.name) was not written: its issues are switched off.",
        failureClass: "notFound"
      )
    }
    return try await deliver(document, to: repository, among: issues)
  }

  private func deliver(
    _ document: IssueDocument,
    to repository: Repository,
    among issues: [OwnIssue]?
  ) async throws -> Outcome {
    let delivery = IssueDelivery(api: api, repository: repository.name)
    let known = try await store.deliveries(of: repository.id).first { $0.kind == "health" }
    let outcome: IssueDelivery.Outcome
    do {
      let label = document.labels.first ?? ""
      let listed =
        if let issues { issues } else { try await delivery.ownIssues(label: label) }
      outcome = try await delivery.deliver(document, among: listed, remembered: known?.issue)
        .linked(to: session.environment.serverURL, of: repository.name)
    } catch {
      let remedy = "give the workflow `issues: write`"
      guard let failure = CollectionFailure(error, stream: nil, permission: remedy) else {
        throw error
      }
      return .failed(
        "The health issue of \(repository.name) was not written: \(failure.description)",
        failureClass: failure.failureClass
      )
    }
    try await remember(outcome, of: repository, known)
    return .delivered(record(of: repository, action: outcome.action.rawValue, url: outcome.url))
  }

  /// Keeps the issue's number, which finds it again when its list does not, and that of one that
  /// was closed at once, which must not be counted as anybody's.
  private func remember(
    _ outcome: IssueDelivery.Outcome,
    of repository: Repository,
    _ known: Delivery?
  ) async throws {
    var deliveries: [Delivery] = []
    if known?.issue != outcome.number || known?.url != outcome.url {
      deliveries.append(delivery("health", issue: outcome.number, url: outcome.url))
    }
    for duplicate in outcome.duplicates {
      deliveries.append(delivery("duplicate", "\(duplicate)", issue: duplicate, url: outcome.url))
    }
    guard !deliveries.isEmpty else { return }
    try await store.apply(Changes(repository: repository.id, deliveries: deliveries))
  }

  private func delivery(
    _ kind: String,
    _ subject: String = "",
    issue: Int,
    url: String
  ) -> Delivery {
    Delivery(
      kind: kind,
      subject: subject,
      issue: issue,
      url: url,
      digest: "",
      writtenAt: session.now
    )
  }

  /// Whether documents are shown instead of sent.
  private var isPreview: Bool {
    session.options.isDryRun || session.settings.delivery.issues.mode == .preview
  }

  private func issue(_ report: ReportStage.Report, of repository: Repository) -> IssueDocument {
    IssueDocument(
      marker: OwnMarker(kind: "health", repository: repository.id),
      title: "Health of \(repository.name.name)",
      body: report.document.body,
      labels: session.settings.delivery.issues.labels
    )
  }

  private func record(
    of repository: Repository,
    action: String,
    url: String?
  ) -> RunRecord.DeliveredRecord {
    RunRecord.DeliveredRecord(
      kind: "health-issue",
      subject: repository.name.description,
      action: action,
      url: url
    )
  }
}

extension IssueDelivery.Outcome {
  /// With the address that people use, which the environment names: that of the answer may be one
  /// which only the server knows.
  fileprivate func linked(to server: String, of repository: RepositoryName) -> Self {
    var outcome = self
    outcome.url = "\(server)/\(repository)/issues/\(number)"
    return outcome
  }
}
