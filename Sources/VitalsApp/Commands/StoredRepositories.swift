import Analytics
import GitHub
import Model
import Settings
import Storage

/// Reads what the store knows of the repositories that a command asks for.
struct StoredRepositories: Sendable {
  private let session: Session
  private let store: any MetricStore

  init(_ session: Session, _ store: any MetricStore) {
    self.session = session
    self.store = store
  }

  /// The repositories asked for; all of the store when none is named.
  ///
  /// - Throws: ``AppFailure`` when one was never collected.
  func find() async throws -> [Repository] {
    let known = try await store.repositories()
    let named = session.settings.github.repositories
    let wanted = named.isEmpty ? [session.environment.repository].compactMap(\.self) : named
    guard !wanted.isEmpty else {
      guard known.isEmpty else { return readable(known, among: known) }
      throw AppFailure(.usage, "The store holds no repository yet; run `vitals collect` first.")
    }
    var found: [Repository] = []
    for name in wanted {
      guard let repository = try await repository(named: name, among: known) else {
        throw AppFailure(
          .usage,
          "\(name) is not in the store; run `vitals collect --repo \(name)`."
        )
      }
      if !found.contains(where: { $0.id == repository.id }) { found.append(repository) }
    }
    return readable(found, among: known)
  }

  /// The repository that has a name, or had it, which is said then.
  func repository(
    named name: RepositoryName,
    among known: [Repository]
  ) async throws -> Repository? {
    if let repository = known.first(where: { $0.name == name }) { return repository }
    guard let renamed = try await store.repository(formerly: name) else { return nil }
    session.log.say(
      Diagnostic(.note, "\(name) is called \(renamed.name) now; use that name from now on.")
    )
    return renamed
  }

  /// Leaves out, in a public repository's workflow, what everybody would read; and says so.
  private func readable(
    _ repositories: [Repository],
    among known: [Repository]
  ) -> [Repository] {
    guard let home = session.home, audience(among: known) == .everybody else {
      return repositories
    }
    let plan = PrivacyPlan(
      for: repositories.map(\.name),
      home: home,
      visibility: Dictionary(known.map { ($0.name, $0.isPrivate ? .members : .everybody) }) { $1 }
    )
    for refusal in plan.refusals { session.log.say(Diagnostic(.warning, refusal)) }
    return repositories.filter { plan.admitted.contains($0.name) }
  }

  /// Who can read what a workflow writes, as far as the store knows; nil outside one.
  func audience() async throws -> Audience? { audience(among: try await store.repositories()) }

  /// A workflow's repository that was never collected counts as public.
  private func audience(among known: [Repository]) -> Audience? {
    session.home.map { home in
      known.contains { $0.name == home && $0.isPrivate } ? .members : .everybody
    }
  }

  /// What is known of a repository, ready for computing.
  func analysis(of repository: Repository) async throws -> Analysis {
    guard let history = try await store.history(of: repository.id) else {
      throw AppFailure(
        .usage,
        "\(repository.name) is not in the store; run `vitals collect --repo \(repository.name)`."
      )
    }
    return Analysis(history, settings: session.settings)
  }
}

extension Session {
  /// The data date of a repository: the last day that is over, as far as it was read.
  func dataDate(of analysis: Analysis) -> Day {
    min(dataDate, analysis.lastKnownDay ?? dataDate)
  }

  /// The day that is asked for, or the data date.
  ///
  /// - Throws: ``AppFailure`` for a day of which nothing was read yet.
  func date(_ requested: Day?, of analysis: Analysis) throws -> Day {
    let last = dataDate(of: analysis)
    // The day of the newest reading is known in part, and may be asked for.
    guard let requested, requested > last.advanced(by: 1) else { return requested ?? last }
    throw AppFailure(
      .usage,
      "\(analysis.repository.name) is known up to \(last), not to \(requested); run `vitals "
        + "collect` first, or give an earlier day."
    )
  }
}

extension Analysis {
  /// Prepares a history as the settings say: whom to leave out, and the weights of the score.
  init(_ history: History, settings: Settings) {
    let weights = settings.analytics.weights
    self.init(
      history,
      rules: PeopleRules(
        bots: settings.analytics.bots.map(\.pattern),
        ignored: settings.analytics.ignoredPeople
      ),
      weights: ScoreWeights(
        contributors: weights.contributors * 100,
        throughput: weights.pullRequestThroughput * 100,
        velocity: weights.reviewVelocity * 100,
        freshness: weights.issueFreshness * 100,
        forks: weights.forkGrowth * 100
      )
    )
  }
}

extension Session {
  /// The newest data date: the last complete day before the run's time.
  var dataDate: Day { now.day.advanced(by: -1) }

  /// Prints one document, or a list of several, for a machine.
  func print(_ documents: [JSONValue]) {
    let document: JSONValue = documents.count == 1 ? documents[0] : .array(documents)
    world.output(JSONWriter.text(document, .init(isIndented: true)) + "\n")
  }
}
