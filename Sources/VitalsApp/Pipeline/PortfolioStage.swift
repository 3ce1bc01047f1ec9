import Collector
import Delivery
import GitHub
import Model
import Reporting
import Settings
import Storage

/// Finds the repository that keeps one issue for all repositories of a run, and writes to it.
struct PortfolioStage: Sendable {
  private let session: Session
  private let api: GitHubAPI
  private let store: any MetricStore
  private let delivery: DeliverStage
  /// Who can read what the workflow writes; nil where nobody asked.
  private let audience: Audience?

  init(
    _ session: Session,
    api: GitHubAPI,
    store: any MetricStore,
    delivery: DeliverStage,
    audience: Audience?
  ) {
    (self.session, self.api, self.store) = (session, api, store)
    (self.delivery, self.audience) = (delivery, audience)
  }

  /// Where the issue is, with the issues under the tool's label there; nil reads them when needed.
  struct Home: Sendable {
    var repository: Repository
    var issues: [OwnIssue]?

    /// Whether everybody would learn from the issue what only its members may know.
    func mustNotTell(of other: Repository) -> Bool { other.isPrivate && !repository.isPrivate }
  }

  enum Place: Sendable {
    /// Each repository keeps its own issue.
    case none
    case found(Home)
    /// There is to be one, and it cannot be written.
    case failed(CollectionFailure)
  }

  /// Finds the home of what a run covers, with no request where it is one of these.
  ///
  /// - Parameters:
  ///   - collected: The repositories, with the issues that the collection saw.
  ///   - all: How many there are, read or not.
  /// - Returns: The home; none where there is one repository, or no home is known.
  /// - Throws: What the store throws, and what must end the run.
  func place(
    among collected: [(repository: Repository, issues: [OwnIssue]?)],
    of all: Int
  ) async throws -> Place {
    guard session.settings.wantsHealthIssue, let name = session.issueHome(for: all) else {
      return .none
    }
    if let known = collected.first(where: { $0.repository.name == name }) {
      return .found(Home(repository: known.repository, issues: known.issues))
    }
    do {
      guard let home = try await look(at: name) else { return .failed(refusal(nil)) }
      guard audience != .everybody || !home.repository.isPrivate || name == session.home else {
        return .failed(refusal("is private, and this workflow's repository is public"))
      }
      return .found(home)
    } catch {
      guard let failure = CollectionFailure(error, stream: nil) else { throw error }
      return .failed(refusal(nil, failure))
    }
  }

  /// Nil where GitHub does not say enough of it.
  private func look(at name: RepositoryName) async throws -> Home? {
    let delivery = IssueDelivery(api: api, repository: name)
    let label = session.settings.delivery.issues.label
    let (found, open) = try await delivery.look(label: label, onlyOpen: true)
    guard let found else { return nil }
    let isKnown = try await !store.deliveries(of: found.id).isEmpty
    // A store that remembers nothing must not post what a person has closed.
    return Home(
      repository: found,
      issues: isKnown ? open : try await delivery.ownIssues(label: label)
    )
  }

  /// Why there is no issue, without the name of a repository that may be private.
  private func refusal(
    _ reason: String?,
    _ failure: CollectionFailure? = nil
  ) -> CollectionFailure {
    let place = "the repository of `delivery.issues.repository`"
    let isNamed = session.home == nil || session.issueHome(for: 2) == session.home
    let why =
      reason.map { "\(place) \($0): everybody could read of it; name a public one." }
      ?? failure.flatMap { isNamed ? $0.description : nil }
      ?? "\(place) could not be read; check its name and what the token may do."
    return CollectionFailure(
      stream: nil,
      failureClass: failure?.failureClass ?? (reason == nil ? "notFound" : "configuration"),
      description: "The portfolio issue was not written: \(why)"
    )
  }

  /// Brings the reports of a run into the issue.
  ///
  /// - Parameters:
  ///   - shown: The repositories that may be told of.
  ///   - all: How many there are, read or not.
  ///   - home: Where the issue is.
  /// - Returns: What was done.
  /// - Throws: As `DeliverStage.deliver`.
  func deliver(
    _ shown: [(repository: Repository, input: ReportInput)],
    among all: Int,
    in home: Home
  ) async throws -> DeliveryOutcome {
    guard !shown.isEmpty else { return .skipped }
    return try await delivery.deliver(
      portfolioOf: shown,
      among: all,
      in: home.repository,
      among: home.issues
    )
  }
}

extension Session {
  /// The repository that keeps one issue for `count` repositories; nil where each keeps its own.
  func issueHome(for count: Int) -> RepositoryName? {
    count > 1 ? settings.delivery.issues.repository ?? home : nil
  }
}
