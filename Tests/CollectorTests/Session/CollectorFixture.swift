import Foundation
import GitHub
import HTTP
import Model
import Storage
import TestSupport
import Testing

@testable import Collector

/// A collector between a GitHub in memory and a store in memory.
struct CollectorFixture {
  let github: FakeGitHub
  let store = MemoryStore()
  let name: RepositoryName
  /// Long after the last fact of the repositories.
  let now = FakeRepository.time(2_000)

  /// The repository that most tests collect.
  static let id = 7

  init(_ make: (Int, RepositoryName) -> FakeRepository = FakeRepository.large) throws {
    name = try #require(RepositoryName("octo/tool"))
    github = FakeGitHub(make(Self.id, name))
  }

  /// Collects once.
  @discardableResult
  func collect(
    _ other: RepositoryName? = nil,
    hoursLater: Int = 0,
    backfillDays: Int? = nil,
    traffic: ScriptedTransport? = nil,
    after seen: Set<RepositoryID> = []
  ) async throws -> CollectionResult {
    let collector = Collector(
      api: try api(github),
      store: store,
      options: .init(
        now: now.advanced(bySeconds: hoursLater * 3_600),
        label: "repo-vitals",
        backfillDays: backfillDays,
        trafficAPI: try traffic.map(api)
      )
    )
    return try await collector.collect(other ?? name, after: seen)
  }

  private func api(_ client: some Transport) throws -> GitHubAPI {
    GitHubAPI(
      endpoints: .init(
        rest: try #require(URL(string: "https://api.github.com")),
        graphQL: try #require(URL(string: "https://api.github.com/graphql")),
        server: try #require(URL(string: "https://github.com"))
      ),
      client: client
    )
  }

  /// What the store knows of a repository.
  func history(_ id: Int = id) async throws -> History {
    try #require(try await store.history(of: RepositoryID(rawValue: id)))
  }

  /// Rows in the store by stream.
  func counts() async throws -> [Model.Stream: Int] {
    try await store.counts(of: RepositoryID(rawValue: Self.id))
  }
}
