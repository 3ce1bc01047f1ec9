import FoundationEssentials
import GitHub
import HTTP
import Model
import Resilience
import Storage

/// Reads the star history of one repository into the store, beside the other streams.
struct StarSession: Sendable {
  let api: GitHubAPI
  let store: any MetricStore
  let repository: Repository
  let now: Timestamp
  var reader: StarReader
  /// The newest page, where it was asked for before the repository was known.
  var early: Task<StarHistoryPage, any Error>?

  /// Reads what is due, page by page.
  consuming func read() async throws -> StreamOutcome {
    var run = RunRecord.StreamRun(name: .stars)
    var failure: CollectionFailure?
    let isDue = !reader.isDone
    do {
      while !reader.isDone {
        try Task.checkCancellation()
        let page = try await page()
        run.requests += 1
        run.rows += page.days.count
        let days = reader.receive(page)
        try await store.apply(
          Changes(repository: repository.id, stars: days, streams: [.stars: reader.state])
        )
        reader.settle(stored: try await store.counts(of: repository.id)[.stars] ?? 0)
      }
    } catch let refusal as APIFailure where lacksHistory(refusal) {
      run.requests += 1
    } catch {
      failure = CollectionFailure(error, stream: .stars)
      if failure == nil { throw error }
    }
    var state = reader.state
    if isDue {
      state.lastAttempt = .init(at: now, failure: failure?.description)
    }
    run.horizon = state.horizon
    return StreamOutcome(run: run, state: state, failure: failure)
  }

  /// Whether an enterprise server does not have the interface; stars then come from the snapshots.
  private func lacksHistory(_ refusal: APIFailure) -> Bool {
    !api.endpoints.isGitHubCom && refusal.failureClass == .notFound
  }

  private mutating func page() async throws -> StarHistoryPage {
    guard reader.next == nil, let newest = early else {
      return try await api.starHistory(of: repository.name, page: reader.next)
    }
    early = nil
    return try await withTaskCancellationHandler {
      try await newest.value
    } onCancel: {
      newest.cancel()
    }
  }
}
