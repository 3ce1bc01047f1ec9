import GitHub
import Model
import Resilience
import Storage

extension RepositorySession {
  /// Stores where every stream stands and how this attempt went.
  mutating func finish() async throws {
    guard let repository else { return }
    // What was asked in vain belongs to the whole.
    charge()
    var states = collection.states
    states[.snapshot] = StreamState(horizon: .complete)
    let broken = failures.first { $0.stream == nil }?.description
    for stream in states.keys {
      let refusal = FactsSection.allCases
        .first {
          $0.stream == stream && collection.refusals[$0] != nil
        }
        .flatMap { section in collection.refusals[section]?.reason(for: section) }
      states[stream]?.lastAttempt = .init(at: now, failure: refusal ?? broken)
    }
    if let stars { states[.stars] = stars.state }
    if let traffic { states[.traffic] = traffic.state }
    try await store.apply(Changes(repository: repository.id, streams: states))
  }

  /// What became of the repository.
  var result: CollectionResult {
    var failures = failures + [stars?.failure, traffic?.failure].compactMap(\.self)
    for section in FactsSection.allCases {
      guard let refusal = collection.refusals[section] else { continue }
      failures.append(CollectionFailure(refusal, of: section, in: name))
    }
    let isUnread = repository == nil
    return CollectionResult(
      repository: repository,
      run: RunRecord.RepositoryRun(
        name: (repository?.name ?? name).description,
        outcome: isUnread ? .failed : failures.isEmpty ? .complete : .partial,
        streams: streamRuns
      ),
      ownIssues: isUnread ? nil : collection.ownIssues.all,
      failures: failures
    )
  }

  private var streamRuns: [RunRecord.StreamRun] {
    var runs = runs
    runs[.stars] = stars?.run
    runs[.traffic] = traffic?.run
    return runs.values.sorted { $0.name < $1.name }
      .map { run in
        var run = run
        switch run.name {
        case .stars, .traffic: break
        case .snapshot: run.horizon = .complete
        default: run.horizon = collection.states[run.name]?.horizon ?? .nothing
        }
        return run
      }
  }
}

extension FactsSection {
  /// The stream that a section feeds.
  fileprivate var stream: Stream? {
    switch self {
    case .watchers, .languages, .licence, .topics, .discussions: .snapshot
    case .issues: .issues
    case .pulls: .pulls
    case .commits: .commits
    case .forks: .forks
    case .releases: .releases
    case .own: nil
    }
  }
}

extension FactsRefusal {
  /// GitHub's words, and behind them the permission that would make the section known.
  fileprivate func reason(for section: FactsSection) -> String {
    failureClass == .permission ? "\(words); the token needs \(section.permission)" : words
  }
}

extension CollectionFailure {
  /// A section that is missing, with the permission that would make it known.
  fileprivate init(_ refusal: FactsRefusal, of section: FactsSection, in name: RepositoryName) {
    let remedy =
      refusal.failureClass == .permission
      ? "the token needs \(section.permission)" : "the next run asks for it again"
    self.init(
      stream: section.stream,
      failureClass: refusal.failureClass.rawValue,
      description:
        "GitHub did not give \(section.words) of \(name) (\(refusal.words)); \(remedy)."
    )
  }
}
