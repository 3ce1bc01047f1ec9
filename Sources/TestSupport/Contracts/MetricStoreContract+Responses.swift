import Storage
import Testing

extension MetricStoreContract {
  static var responses: [Check] {
    [
      Check("a cached response is replaced by its key, without any repository") { store in
        for body in [[], [0, 255]] as [[UInt8]] {
          let response = Sample.response(body)
          try await store.keep(response, for: "k", atMost: 9)
          #expect(try await store.cachedResponse(for: "k") == response)
        }
        #expect(try await store.cachedResponse(for: "K") == nil)
      },
      Check("the cached responses stored last are kept, whatever their times say") { store in
        for (key, hour) in [("a", 9), ("b", 8), ("a", 7), ("c", 6)] {
          try await store.keep(Sample.response([], at: hour), for: key, atMost: 2)
        }
        #expect(try await store.cachedResponse(for: "a") == Sample.response([], at: 7))
        #expect(try await store.cachedResponse(for: "b") == nil)
        #expect(try await store.cachedResponse(for: "c") != nil)
      },
    ]
  }
}

extension Sample {
  fileprivate static func response(_ body: [UInt8], at hour: Int = 1) -> CachedResponse {
    CachedResponse(
      etag: "W/\"a\"",
      lastModified: "b",
      link: "c",
      body: body,
      storedAt: time(hour)
    )
  }
}
