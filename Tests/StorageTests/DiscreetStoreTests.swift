import Model
import Storage
import TestSupport
import Testing

struct DiscreetStoreTests {
  @Test(arguments: MetricStoreContract.checks)
  func contract(_ check: MetricStoreContract.Check) async throws {
    try await check(DiscreetStore(MemoryStore()))
  }

  @Test func `views and clones, and answers on them, are known to the run and not to the file`()
    async throws
  {
    let beneath = MemoryStore()
    let store = DiscreetStore(beneath)
    let id = RepositoryID(rawValue: 7)
    let name = try #require(RepositoryName("octo/tool"))
    let day = TrafficDay(day: try #require(Day("2026-03-01")), kind: .views, count: 3, uniques: 2)
    let instant = Timestamp(seconds: 0)
    try await store.apply(
      Changes(repository: id, record: Repository(id: id, name: name, createdAt: instant))
    )
    try await store.apply(
      Changes(
        repository: id,
        traffic: [day],
        streams: [
          .traffic: StreamState(horizon: .since(instant)), .stars: StreamState(horizon: .complete),
        ]
      )
    )
    let answer = CachedResponse(
      etag: "e",
      lastModified: nil,
      link: nil,
      body: [1],
      storedAt: instant
    )
    try await store.keep(answer, for: "GET\nhttps://a/repos/o/r/traffic/views", atMost: 9)
    try await store.keep(answer, for: "GET\nhttps://a/repos/o/r", atMost: 9)
    #expect(try await store.history(of: id)?.traffic == [day])
    #expect(try await store.streams(of: id).keys.sorted() == [.stars, .traffic])
    #expect(try await store.cachedResponse(for: "GET\nhttps://a/repos/o/r/traffic/views") == answer)
    #expect(try await beneath.history(of: id)?.traffic == [])
    #expect(try await beneath.streams(of: id).keys.sorted() == [.stars])
    #expect(
      try await beneath.cachedResponse(for: "GET\nhttps://a/repos/o/r/traffic/views") == nil
    )
    #expect(try await beneath.cachedResponse(for: "GET\nhttps://a/repos/o/r") == answer)
  }
}
