import Model
import Storage
import Testing

extension MetricStoreContract {
  static var histories: [Check] {
    [
      Check("a history is in the order that it promises") { store in
        try await store.apply(try unsorted())
        let history = try await store.sampleHistory()
        #expect(history.accounts == [Sample.ann, Sample.bob, Sample.robot])
        #expect(history.items.map(\.number) == [1, 2])
        #expect(history.items.map(\.author) == [2, 1])
        #expect(history.comments.map(\.item) == [0, 0, 0, 1])
        #expect(history.comments.map(\.at) == [1, 2, 2, 0].map(Sample.time))
        #expect(history.comments.map(\.author) == [1, 0, nil, 1])
        #expect(history.reviews.map(\.at) == [1, 3].map(Sample.time))
        #expect(history.commits.map(\.at) == [1, 1, 2].map(Sample.time))
        #expect(history.commits.map(\.author) == [0, nil, 1])
        #expect(history.forks == [1, 2].map(Sample.time))
        #expect(history.releases == [1, 5].map(Sample.time))
        #expect(history.stars.map(\.day) == [1, 2].map(Sample.day))
      },
      Check("a history is without what the tool wrote and without drafts") { store in
        var own = Sample.comment(2)
        own.isOwn = true
        var changes = try Sample.founding()
        changes.items = [
          Sample.item(1, comments: Nested([Sample.comment(1), own], isWhole: true)),
          Sample.item(
            2,
            by: Sample.robot,
            isOwn: true,
            comments: Nested([Sample.comment(3, by: Sample.robot)], isWhole: true)
          ),
        ]
        changes.releases = [Sample.release(1, published: nil), Sample.release(2)]
        try await store.apply(changes)
        let history = try await store.sampleHistory()
        #expect(history.items.map(\.number) == [1])
        #expect(history.comments.count == 1)
        #expect(history.releases.count == 1)
        #expect(history.accounts == [Sample.ann, Sample.bob])
      },
    ]
  }

  private static func unsorted() throws -> Changes {
    Changes(
      repository: Sample.id,
      record: try Sample.record(),
      stars: [StarDay(day: Sample.day(2), count: 1), StarDay(day: Sample.day(1), count: 1)],
      commits: [
        Sample.commit("c", by: Sample.bob, at: 2), Sample.commit("b", by: nil),
        Sample.commit("a", by: Sample.ann),
      ],
      forks: [
        Fork(id: "a", createdAt: Sample.time(2)), Fork(id: "b", createdAt: Sample.time(1)),
      ],
      items: [
        Sample.item(
          2,
          .pull,
          by: Sample.bob,
          comments: Nested([Sample.comment(1, at: 0)], isWhole: true),
          reviews: Nested([Sample.review(1, at: 3), Sample.review(2, at: 1)], isWhole: true)
        ),
        Sample.item(
          1,
          by: Sample.robot,
          comments: Nested(
            [
              Sample.comment(5, by: nil, at: 2), Sample.comment(4, by: Sample.ann, at: 2),
              Sample.comment(9, at: 1),
            ],
            isWhole: true
          )
        ),
      ],
      releases: [Sample.release(2, published: 5), Sample.release(3, published: 1)]
    )
  }
}
