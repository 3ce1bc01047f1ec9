import Model
import Storage
import Testing

extension MetricStoreContract {
  static var removals: [Check] {
    [
      Check("a removed row leaves the facts, its children with it") { store in
        try await store.apply(try Sample.everything())
        let noticed = Sample.time(9)
        let rows: [Removal.Row] = [
          .commit(oid: "c1"), .fork(id: "R_f1"), .item(number: 1), .release(id: 1),
          .review(id: 21),
        ]
        try await store.apply(
          Changes(
            repository: Sample.id,
            removals: rows.map { Removal($0, noticedAt: noticed) }
          )
        )
        let history = try await store.sampleHistory()
        #expect(history.items.map(\.number) == [2])
        #expect(history.comments.isEmpty)
        #expect(history.reviews.isEmpty)
        #expect(history.commits.count == 1)
        #expect(history.forks.isEmpty)
        #expect(history.releases.isEmpty)
        let kept = try await store.removals(of: Sample.id)
        #expect(Set(kept.map(\.row)) == Set(rows + [.item(number: 3)]))
      },
      Check("a comment is removed by its id") { store in
        try await store.apply(try Sample.everything())
        try await store.apply(
          Changes(
            repository: Sample.id,
            removals: [Removal(.comment(id: 11), noticedAt: Sample.time(9))]
          )
        )
        #expect(try await store.sampleHistory().comments.count == 1)
      },
      Check("the first notice of a removal stays") { store in
        try await store.apply(try Sample.founding())
        for hour in [5, 9] {
          try await store.apply(
            Changes(
              repository: Sample.id,
              removals: [Removal(.fork(id: "x"), noticedAt: Sample.time(hour))]
            )
          )
        }
        #expect(
          try await store.removals(of: Sample.id)
            == [Removal(.fork(id: "x"), noticedAt: Sample.time(5))]
        )
      },
      Check("a row that is there again is no longer marked as gone") { store in
        try await store.apply(try Sample.everything())
        var changes = Changes(
          repository: Sample.id,
          removals: [Removal(.item(number: 1), noticedAt: Sample.time(9))]
        )
        try await store.apply(changes)
        changes.removals = []
        changes.items = [Sample.item(1), Sample.item(3)]
        try await store.apply(changes)
        #expect(try await store.removals(of: Sample.id).isEmpty)
        #expect(try await store.sampleHistory().items.map(\.number) == [1, 2, 3])
      },
      Check("downloads of a removed release still count") { store in
        try await store.apply(try Sample.everything())
        try await store.apply(
          Changes(
            repository: Sample.id,
            downloadsDay: Sample.day(2),
            removals: [Removal(.release(id: 1), noticedAt: Sample.time(60))]
          )
        )
        #expect(
          try await store.sampleHistory().downloads == [
            DownloadDay(day: Sample.day(1), total: 10, gain: nil),
            DownloadDay(day: Sample.day(2), total: 10, gain: 0),
          ]
        )
      },
    ]
  }
}
