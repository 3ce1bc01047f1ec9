import GitHub
import Model
import Storage

/// Reads the community profile of one repository into the store, once a week.
struct CommunitySession: Sendable {
  let api: GitHubAPI
  let store: any MetricStore
  let repository: Repository
  let now: Timestamp

  /// What became of it; nil when it was not due.
  struct Outcome: Sendable {
    var failure: CollectionFailure?
  }

  func read() async throws -> Outcome? {
    guard var profile = try await store.profile(of: repository.id) else { return nil }
    let lastRead = profile.community?.readAt.day ?? Day(number: 0)
    guard lastRead.distance(to: now.day) >= 7 else { return nil }
    do {
      let health = try await api.communityHealth(of: repository.name)
      profile.community = .init(readAt: now, health: health)
      try await store.apply(Changes(repository: repository.id, profile: profile))
      return Outcome()
    } catch {
      guard let failure = CollectionFailure(error, stream: .snapshot) else { throw error }
      return Outcome(failure: failure)
    }
  }
}
