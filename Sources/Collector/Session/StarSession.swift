import FoundationEssentials
import GitHub
import HTTP
import Model
import Storage

/// Reads the star history of one repository into the store, beside the other streams.
struct StarSession: Sendable {
  let api: GitHubAPI
  let store: any MetricStore
  let repository: Repository
  let now: Timestamp
  var reader: StarReader

  /// What became of it.
  struct Outcome: Sendable {
    var run: RunRecord.StreamRun
    var state: StreamState
    /// Why it ended early.
    var failure: CollectionFailure?
  }

  /// Reads what is due, page by page.
  consuming func read() async throws -> Outcome {
    var run = RunRecord.StreamRun(name: .stars)
    var failure: CollectionFailure?
    let isDue = !reader.isDone
    do {
      while !reader.isDone {
        try Task.checkCancellation()
        let page = try await api.starHistory(of: repository.name, page: reader.next)
        run.requests += 1
        run.rows += page.days.count
        let days = reader.receive(page)
        try await store.apply(
          Changes(repository: repository.id, stars: days, streams: [.stars: reader.state])
        )
        reader.settle(stored: try await store.counts(of: repository.id)[.stars] ?? 0)
      }
    } catch {
      failure = CollectionFailure(error, stream: .stars)
      if failure == nil { throw error }
    }
    var state = reader.state
    if isDue {
      state.lastAttempt = .init(at: now, failure: failure?.description)
    }
    run.horizon = state.horizon
    return Outcome(run: run, state: state, failure: failure)
  }
}
