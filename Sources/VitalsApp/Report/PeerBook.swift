import Analytics
import Model
import Storage

/// What can be compared of the public repositories in the store, computed once for a day.
actor PeerBook {
  private let session: Session
  private let store: any MetricStore
  private var days: [Day: [(id: RepositoryID, rates: PeerRates)]] = [:]

  init(_ session: Session, _ store: any MetricStore) {
    self.session = session
    self.store = store
  }

  /// The rates of all others on the day.
  func rates(on day: Day, besides repository: RepositoryID) async throws -> [PeerRates] {
    if days[day] == nil { days[day] = try await read(day) }
    return (days[day] ?? []).filter { $0.id != repository }.map(\.rates)
  }

  /// Private repositories are nobody's measure.
  private func read(_ day: Day) async throws -> [(id: RepositoryID, rates: PeerRates)] {
    let stored = StoredRepositories(session, store)
    let repositories = try await store.repositories().filter { !$0.isPrivate }
    guard repositories.count > 1 else { return [] }
    var found: [(id: RepositoryID, rates: PeerRates)] = []
    for repository in repositories {
      guard let rates = try await stored.analysis(of: repository).peerRates(on: day) else {
        continue
      }
      found.append((repository.id, rates))
    }
    return found
  }
}
