import GitHub
import Model
import Storage

extension RepositorySession {
  /// Reads the community profile once a week, and only in a run that reads star pages anyway, so
  /// that both fall on the same day and the others stay quiet.
  mutating func readCommunity(of repository: Repository) async throws {
    guard let stars, stars.run.requests > 0 else { return }
    guard var profile = try await store.profile(of: repository.id) else { return }
    let lastRead = profile.community?.readAt.day ?? Day(number: 0)
    guard lastRead.distance(to: now.day) >= 7 else { return }
    runs[.snapshot]?.requests += 1
    do {
      let health = try await collector.api.communityHealth(of: repository.name)
      profile.community = .init(readAt: now, health: health)
      try await store.apply(Changes(repository: repository.id, profile: profile))
    } catch {
      guard let failure = CollectionFailure(error, stream: .snapshot) else { throw error }
      failures.append(failure)
    }
  }
}
