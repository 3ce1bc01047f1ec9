import Collector
import Delivery
import GitHub
import Model
import Settings
import Storage

/// The issues of one repository as a run reaches them: what GitHub lists, what the store remembers.
struct IssueChannel: Sendable {
  let api: GitHubAPI
  let repository: Repository
  /// The issues under the tool's label as GitHub lists them now.
  let issues: [OwnIssue]
  /// What the tool has written here before.
  let remembered: [Delivery]
  private let store: any MetricStore
  private let now: Timestamp
  /// As in `https://github.com`.
  private let server: String

  /// Takes the list that the collection saw; nil reads it now.
  ///
  /// - Throws: `APIFailure` when GitHub refuses the list; what the store throws.
  init(
    _ session: Session,
    api: GitHubAPI,
    store: any MetricStore,
    repository: Repository,
    among issues: [OwnIssue]?
  ) async throws {
    (self.api, self.store, self.repository) = (api, store, repository)
    (now, server) = (session.now, session.environment.serverURL)
    remembered = try await store.deliveries(of: repository.id)
    let label = session.settings.delivery.issues.label
    let delivery = IssueDelivery(api: api, repository: repository.name)
    self.issues = if let issues { issues } else { try await delivery.ownIssues(label: label) }
  }

  var delivery: IssueDelivery { IssueDelivery(api: api, repository: repository.name) }

  /// Brings a document into its issue and keeps the number, which finds the issue again when its
  /// list does not.
  ///
  /// - Parameters:
  ///   - document: What is to be shown.
  ///   - kind: Under which the store remembers the issue.
  ///   - subject: What it is about within its kind.
  /// - Returns: What was done.
  /// - Throws: As `IssueDelivery/deliver(_:among:remembered:)`.
  func deliver(
    _ document: IssueDocument,
    as kind: String,
    _ subject: String = ""
  ) async throws -> IssueDelivery.Outcome {
    let known = remembered.first { $0.kind == kind && $0.subject == subject }
    var outcome = try await delivery.deliver(document, among: issues, remembered: known?.issue)
    outcome.url = url(of: outcome.number)
    var deliveries: [Delivery] = []
    if known?.issue != outcome.number || known?.url != outcome.url {
      deliveries.append(record(kind, subject, issue: outcome.number, url: outcome.url))
    }
    // What was closed at once must not be counted as anybody's.
    for duplicate in outcome.duplicates {
      deliveries.append(record("duplicate", "\(duplicate)", issue: duplicate, url: outcome.url))
    }
    if !deliveries.isEmpty {
      try await store.apply(Changes(repository: repository.id, deliveries: deliveries))
    }
    return outcome
  }

  /// The address that people use, which the environment names: that of an answer may be one which
  /// only the server knows.
  func url(of number: Int) -> String { "\(server)/\(repository.name)/issues/\(number)" }

  /// What is to be remembered of the issue of an alert, so that it is known as the tool's whoever
  /// wrote it; nil where there is none, or it is remembered.
  func delivery(of alert: AlertRecord) -> Delivery? {
    guard let issue = alert.issue, !remembered.contains(where: { $0.issue == issue }) else {
      return nil
    }
    return record(alert.kind, alert.subject, issue: issue, url: url(of: issue))
  }

  private func record(_ kind: String, _ subject: String, issue: Int, url: String) -> Delivery {
    Delivery(kind: kind, subject: subject, issue: issue, url: url, digest: "", writtenAt: now)
  }
}

extension IssueSettings {
  /// The label that the tool finds its issues by.
  var label: String { labels.first ?? "repo-vitals" }
}

/// What was brought where, or why it was not.
enum DeliveryOutcome: Sendable {
  case delivered(RunRecord.DeliveredRecord)
  case skipped
  case failed(String, failureClass: String)
}

extension DeliveryOutcome {
  /// What `body` did; a refusal by GitHub costs what is delivered, not the run.
  ///
  /// - Parameters:
  ///   - trouble: What a refusal means, as in `The health issue of a/b was not written`.
  ///   - body: Delivers.
  /// - Returns: Its outcome, or the refusal.
  /// - Throws: Errors that must end the run.
  static func of(
    _ trouble: String,
    _ body: () async throws -> DeliveryOutcome
  ) async throws -> DeliveryOutcome {
    do {
      return try await body()
    } catch {
      let remedy = "give the workflow `issues: write`"
      guard let failure = CollectionFailure(error, stream: nil, permission: remedy) else {
        throw error
      }
      return .failed(
        "\(trouble): \(failure.description)",
        failureClass: failure.failureClass
      )
    }
  }
}
