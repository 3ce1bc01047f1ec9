import Foundation
import Model
import SQLite
import Storage
import TestSupport

@testable import SQLiteStorage

/// Facts and files that the tests of the store share.
enum StoreFixture {
  static let id = RepositoryID(rawValue: 7)

  static var path: String { TemporaryDirectory.current.file("vitals.sqlite") }

  static func time(_ hour: Int) -> Timestamp {
    Timestamp(seconds: 1_767_225_600 + hour * 3_600)
  }

  static func founding() throws -> Changes {
    guard let name = RepositoryName("octo/tool") else { throw StoreError.closed }
    return Changes(
      repository: id,
      record: Repository(id: id, name: name, createdAt: time(0))
    )
  }

  static func item(_ number: Int, comments: Int = 1) -> Item {
    Item(
      number: number,
      kind: number.isMultiple(of: 2) ? .pull : .issue,
      title: "Title of \(number)",
      author: Account(id: number % 7, login: "user\(number % 7)"),
      createdAt: time(number),
      updatedAt: time(number + 1),
      comments: Nested(
        (0..<comments)
          .map {
            Comment(
              id: number * 1_000 + $0,
              author: Account(id: $0 % 5, login: "user\($0 % 5)"),
              createdAt: time(number + $0)
            )
          },
        isWhole: true
      )
    )
  }

  /// Changes with a row for every table and every kind of removal.
  static func everything(items: ClosedRange<Int> = 1...40) throws -> Changes {
    var changes = try founding()
    changes.snapshot = Snapshot(day: time(0).day, readAt: time(30), stars: 3)
    changes.stars = [StarDay(day: time(0).day, count: 3)]
    changes.commits = items.map {
      Commit(oid: "oid\($0)", committedAt: time($0), author: nil, email: "a@example.org")
    }
    changes.forks = [Fork(id: "R_1", createdAt: time(1))]
    changes.items = items.map { item($0) }
    for index in changes.items.indices where changes.items[index].kind == .pull {
      let author = Account(id: nil, login: "robot", kind: .bot)
      let review = Review(id: index, author: author, state: .approved, submittedAt: time(9))
      changes.items[index].reviews = Nested([review], isWhole: true)
    }
    let assets = Nested([Asset(id: "A1", name: "app.zip", downloads: 4)], isWhole: true)
    changes.releases = [
      Release(id: 1, tag: "v1", createdAt: time(1), publishedAt: time(2), assets: assets)
    ]
    changes.downloadsDay = time(0).day
    changes.removals = [
      .item(number: 99), .commit(oid: "gone"), .fork(id: "gone"), .release(id: 99),
      .comment(id: 99), .review(id: 99),
    ]
    .map { Removal($0, noticedAt: time(5)) }
    changes.streams = [.issues: StreamState(watermark: time(3), horizon: .complete)]
    changes.deliveries = [
      Delivery(kind: "health", issue: 1, url: "https://x", digest: "d", writtenAt: time(3))
    ]
    changes.run = FinishedRun(started: time(3), document: "{}")
    return changes
  }

  static let response = CachedResponse(
    etag: "e",
    lastModified: nil,
    link: nil,
    body: [1],
    storedAt: time(3)
  )

  /// Makes a store with `changes` and closes it.
  static func make(_ changes: [Changes]) async throws {
    let store = try await SQLiteStorage.open(path: path)
    for changes in changes { try await store.apply(changes) }
    try await store.close()
  }
}
