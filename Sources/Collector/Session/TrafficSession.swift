import GitHub
import Model
import Resilience
import Storage

/// Reads the traffic of one repository into the store, with the token that may.
struct TrafficSession: Sendable {
  let api: GitHubAPI
  let store: any MetricStore
  let repository: Repository
  let now: Timestamp
  /// Where the stream stands.
  var state: StreamState

  /// Reads views and clones, a request each.
  consuming func read() async throws -> StreamOutcome {
    var run = RunRecord.StreamRun(name: .traffic)
    var failure: CollectionFailure?
    do {
      for kind in [TrafficDay.Kind.views, .clones] {
        try Task.checkCancellation()
        run.requests += 1
        let reply = try await api.traffic(kind, of: repository.name)
        let days = TrafficDay.whole(of: reply, kind: kind, readAt: now)
        run.rows += days.count
        try await store.apply(Changes(repository: repository.id, traffic: days))
      }
      state.extend(to: TrafficDay.wholeDays(readAt: now))
    } catch {
      failure = CollectionFailure(trafficError: error, of: repository.name)
      if failure == nil { throw error }
    }
    state.lastAttempt = .init(at: now, failure: failure?.description)
    run.horizon = state.horizon
    return StreamOutcome(run: run, state: state, failure: failure)
  }
}

extension StreamState {
  /// Joins days to those known; after a gap, which nobody can read any more, it begins anew.
  fileprivate mutating func extend(to days: Range<Day>) {
    let isJoined = watermark.map { $0 >= days.lowerBound.start } ?? false
    if !isJoined { horizon = .since(days.lowerBound.start) }
    watermark = max(watermark ?? days.upperBound.start, days.upperBound.start)
  }
}

extension CollectionFailure {
  /// As of any stream, but a refusal says which token can do what this one cannot.
  fileprivate init?(trafficError error: any Error, of name: RepositoryName) {
    self.init(error, stream: .traffic)
    guard let refusal = error as? APIFailure else { return }
    switch refusal.failureClass {
    case .authentication:
      description = "GitHub refused the traffic token (\(refusal.detail)); replace it."
    // GitHub's words name the kind of the token, and https://docs.github.com/rest/metrics/traffic
    // the permission.
    case .permission where refusal.detail.contains("by integration"):
      description =
        "The traffic token is a workflow's own or an app's and may not read traffic of \(name); "
        + "a workflow's never may, so use a personal access token with Administration: read."
    case .permission:
      description =
        "The traffic token lacks Administration: read on \(name) (GitHub: \(refusal.detail)); "
        + "add the permission to the token."
    default: break
    }
  }
}
