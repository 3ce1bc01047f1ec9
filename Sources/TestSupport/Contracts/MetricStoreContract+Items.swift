import Model
import Storage
import Testing

extension MetricStoreContract {
  static var items: [Check] {
    [
      Check("an item replaces the one with its number") { store in
        try await store.apply(try Sample.everything())
        var item = Sample.item(1, title: "Renamed", by: nil, updated: 2)
        item.state = .closed
        item.closedAt = Sample.time(2)
        try await store.apply(Changes(repository: Sample.id, items: [item]))
        let history = try await store.sampleHistory()
        #expect(history.items.first?.closedAt == Sample.time(2))
        #expect(history.items.first?.author == nil)
        #expect(try await store.titles(of: [1], in: Sample.id).map(\.title) == ["Renamed"])
      },
      Check("a reopening erases the closing") { store in
        var closed = Sample.item(1)
        closed.closedAt = Sample.time(1)
        var changes = try Sample.founding()
        changes.items = [closed]
        try await store.apply(changes)
        changes.items = [Sample.item(1, updated: 2)]
        try await store.apply(changes)
        #expect(try await store.sampleHistory().items.map(\.closedAt) == [nil])
      },
      Check("an older reading of an item changes nothing, its children included") { store in
        let newer = Nested([Sample.comment(1), Sample.comment(2)], isWhole: true)
        let older = Nested([Sample.comment(1), Sample.comment(3)], isWhole: true)
        var changes = try Sample.founding()
        changes.items = [Sample.item(1, title: "New", updated: 5, comments: newer)]
        try await store.apply(changes)
        let before = try await store.sampleHistory()
        changes.items = [Sample.item(1, title: "Old", updated: 4, comments: older)]
        try await store.apply(changes)
        #expect(try await store.titles(of: [1], in: Sample.id).map(\.title) == ["New"])
        #expect(try await store.sampleHistory() == before)
        #expect(try await store.removals(of: Sample.id).isEmpty)
      },
      Check("a reading of the same update may replace") { store in
        var changes = try Sample.founding()
        changes.items = [Sample.item(1, title: "One", updated: 5)]
        try await store.apply(changes)
        changes.items = [Sample.item(1, title: "Two", updated: 5)]
        try await store.apply(changes)
        #expect(try await store.titles(of: [1], in: Sample.id).map(\.title) == ["Two"])
      },
      Check("a whole list of comments drops the others and marks them as gone") { store in
        try await store.apply(try Sample.everything())
        let rest = Nested([Sample.comment(12)], isWhole: true)
        try await store.apply(
          Changes(repository: Sample.id, items: [Sample.item(1, updated: 2, comments: rest)])
        )
        #expect(try await store.sampleHistory().comments.count == 1)
        let gone = Removal(.comment(id: 11), noticedAt: Sample.time(2))
        #expect(try await store.removals(of: Sample.id).contains(gone))
      },
      Check("a part of a list adds to what is known") { store in
        try await store.apply(try Sample.everything())
        let part = Nested([Sample.comment(13, at: 9)], isWhole: false)
        try await store.apply(
          Changes(repository: Sample.id, items: [Sample.item(1, updated: 2, comments: part)])
        )
        #expect(try await store.sampleHistory().comments.count == 3)
      },
      Check("reviews follow the same rule") { store in
        try await store.apply(try Sample.everything())
        let part = Nested([Sample.review(22)], isWhole: false)
        var pull = Sample.item(2, .pull, updated: 2, reviews: part)
        try await store.apply(Changes(repository: Sample.id, items: [pull]))
        #expect(try await store.sampleHistory().reviews.count == 2)
        pull.reviews = Nested([Sample.review(22)], isWhole: true)
        try await store.apply(Changes(repository: Sample.id, items: [pull]))
        #expect(try await store.sampleHistory().reviews.count == 1)
        let gone = try await store.removals(of: Sample.id).map(\.row)
        #expect(gone.contains(.review(id: 21)))
      },
      Check("an account is one person under its newest login") { store in
        var changes = try Sample.founding()
        changes.items = [Sample.item(1, by: Account(id: 5, login: "old"))]
        try await store.apply(changes)
        changes.items = [Sample.item(2, by: Account(id: 5, login: "new"))]
        try await store.apply(changes)
        let history = try await store.sampleHistory()
        #expect(history.accounts == [Account(id: 5, login: "new")])
        #expect(history.items.map(\.author) == [0, 0])
      },
      Check("an account without an id is its login and nobody else") { store in
        var changes = try Sample.founding()
        changes.items = [
          Sample.item(1, by: Account(id: nil, login: "sam")),
          Sample.item(2, by: Account(id: 5, login: "sam")),
          Sample.item(3, by: Account(id: nil, login: "sam")),
        ]
        try await store.apply(changes)
        let history = try await store.sampleHistory()
        #expect(history.accounts.map(\.id) == [5, nil])
        #expect(history.items.map(\.author) == [1, 0, 1])
      },
    ]
  }
}
