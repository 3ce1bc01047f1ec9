import Model
import Storage
import Testing

extension MetricStoreContract {
  static var writing: [Check] {
    [
      Check("applying the same changes twice leaves what once leaves") { store in
        try await store.apply(try Sample.everything())
        let once = try await Everything(of: store)
        try await store.apply(try Sample.everything())
        #expect(try await Everything(of: store) == once)
        #expect(once.history.comments.count == 2)
      },
      Check("facts before their repository's record are refused and nothing is kept") { store in
        var changes = try Sample.everything()
        changes.record = nil
        await #expect(throws: StoreError.unknownRepository(Sample.id)) {
          try await store.apply(changes)
        }
        #expect(try await store.runs(newest: 9).isEmpty)
        #expect(try await store.repositories().isEmpty)
      },
      Check("a rename keeps the repository and its history") { store in
        try await store.apply(try Sample.everything())
        try await store.apply(try Sample.founding(named: "new-owner/Tool"))
        #expect(try await store.repositories().map(\.name.description) == ["new-owner/Tool"])
        #expect(try await store.sampleHistory().items.count == 2)
      },
      Check("two repositories do not mix") { store in
        try await store.apply(try Sample.everything())
        try await store.apply(try Sample.founding(Sample.other, named: "octo/other"))
        let before = try await Everything(of: store)
        try await store.apply(
          Changes(
            repository: Sample.other,
            commits: [Sample.commit("c1"), Sample.commit("c9")],
            items: [Sample.item(1, title: "Other")],
            removals: [
              Removal(.comment(id: 11), noticedAt: Sample.time(9)),
              Removal(.item(number: 2), noticedAt: Sample.time(9)),
            ],
            streams: [.forks: StreamState(horizon: .complete)]
          )
        )
        #expect(try await Everything(of: store) == before)
        #expect(try await store.known(["c9"], in: Sample.id).isEmpty)
        #expect(try await store.history(of: Sample.other)?.items.count == 1)
      },
      Check("a NUL in a title costs neither its neighbours nor the rest of it") { store in
        var changes = try Sample.founding()
        changes.items = [
          Sample.item(1, title: "one"), Sample.item(2, title: "before\0after"),
          Sample.item(3, title: "three"),
        ]
        try await store.apply(changes)
        let titles = try await store.titles(of: [1, 2, 3], in: Sample.id).map(\.title)
        #expect(titles == ["one", "beforeafter", "three"])
      },
      Check("texts of other bytes are other keys, though they look the same") { store in
        var changes = try Sample.founding()
        changes.forks = [
          Fork(id: "\u{E9}", createdAt: Sample.time(1)),
          Fork(id: "e\u{301}", createdAt: Sample.time(2)),
        ]
        try await store.apply(changes)
        #expect(try await store.counts(of: Sample.id)[.forks] == 2)
      },
      Check("a closed store refuses to go on") { store in
        try await store.close()
        await #expect(throws: StoreError.closed) { try await store.repositories() }
        await #expect(throws: StoreError.closed) {
          try await store.apply(try Sample.founding())
        }
      },
      Check("a batch of thousands is kept whole") { store in
        var changes = try Sample.founding()
        changes.items = (1...2_000)
          .map { number in
            Sample.item(
              number,
              by: Account(id: number % 50, login: "user\(number % 50)"),
              comments: Nested([Sample.comment(number * 10)], isWhole: true)
            )
          }
        try await store.apply(changes)
        let history = try await store.sampleHistory()
        #expect(history.items.map(\.number) == Array(1...2_000))
        #expect(history.comments.map(\.item) == Array(0..<2_000))
        #expect(history.accounts.count == 50)
      },
    ]
  }
}

/// All that a store gives back of the sample repository.
private struct Everything: Equatable {
  var history: History
  var counts: [Stream: Int]
  var titles: [ItemTitle]
  var deliveries: [Delivery]
  var alerts: [AlertRecord]
  var publishedScores: [PublishedScore]
  var profile: Profile?
  var removals: [Removal]
  var runs: [String]

  init(of store: any RemovalLog) async throws {
    history = try await store.sampleHistory()
    counts = try await store.counts(of: Sample.id)
    titles = try await store.titles(of: [1, 2, 3], in: Sample.id)
    deliveries = try await store.deliveries(of: Sample.id)
    alerts = try await store.alerts(of: Sample.id)
    publishedScores = try await store.publishedScores(of: Sample.id)
    profile = try await store.profile(of: Sample.id)
    removals = try await store.removals(of: Sample.id)
    runs = try await store.runs(newest: 10)
  }
}
