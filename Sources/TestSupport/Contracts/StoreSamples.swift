import Model
import Storage

/// Facts for the checks, with everything that does not matter filled in.
enum Sample {
  static let id = RepositoryID(rawValue: 7)
  static let other = RepositoryID(rawValue: 8)
  static let ann = Account(id: 1, login: "ann")
  static let bob = Account(id: 2, login: "bob")
  static let robot = Account(id: nil, login: "robot", kind: .bot)

  /// Hours after the beginning of 2026.
  static func time(_ hour: Int) -> Timestamp {
    Timestamp(seconds: 1_767_225_600 + hour * 3_600)
  }

  /// Days after the beginning of 2026.
  static func day(_ number: Int) -> Day {
    time(24 * number).day
  }

  static func record(_ id: RepositoryID = id, named text: String = "octo/tool") throws -> Repository
  {
    guard let name = RepositoryName(text) else { throw StoreError.failed(reason: text) }
    return Repository(id: id, name: name, createdAt: time(0))
  }

  /// The record alone, which other facts need.
  static func founding(_ id: RepositoryID = id, named text: String = "octo/tool") throws -> Changes
  {
    Changes(repository: id, record: try record(id, named: text))
  }

  static func item(
    _ number: Int,
    _ kind: Item.Kind = .issue,
    title: String = "A title",
    by author: Account? = ann,
    updated hour: Int = 1,
    isOwn: Bool = false,
    comments: Nested<Comment> = .none,
    reviews: Nested<Review> = .none
  ) -> Item {
    Item(
      number: number,
      kind: kind,
      title: title,
      author: author,
      createdAt: time(0),
      updatedAt: time(hour),
      isOwn: isOwn,
      comments: comments,
      reviews: reviews
    )
  }

  static func comment(_ id: Int, by author: Account? = bob, at hour: Int = 1) -> Comment {
    Comment(id: id, author: author, createdAt: time(hour))
  }

  static func review(_ id: Int, by author: Account? = bob, at hour: Int = 1) -> Review {
    Review(id: id, author: author, state: .approved, submittedAt: time(hour))
  }

  static func commit(_ oid: String, by author: Account? = ann, at hour: Int = 1) -> Commit {
    Commit(oid: oid, committedAt: time(hour), author: author, email: "ann@example.org")
  }

  static func release(_ id: Int, published hour: Int? = 1, assets: [Asset] = []) -> Release {
    Release(
      id: id,
      tag: "v\(id)",
      isDraft: hour == nil,
      createdAt: time(0),
      publishedAt: hour.map(time),
      assets: Nested(assets, isWhole: true)
    )
  }

  /// Changes with something of everything.
  static func everything() throws -> Changes {
    Changes(
      repository: id,
      record: try record(),
      snapshot: Snapshot(day: day(1), readAt: time(50), stars: 5, forks: 2),
      profile: Profile(
        readAt: time(50),
        languages: [.init(name: "C", bytes: 9)],
        topics: ["tools"]
      ),
      stars: [StarDay(day: day(0), count: 2), StarDay(day: day(1), count: 3)],
      commits: [commit("c1"), commit("c2", by: nil, at: 2)],
      forks: [Fork(id: "R_f1", createdAt: time(3))],
      items: [
        item(1, comments: Nested([comment(11), comment(12, by: nil)], isWhole: true)),
        item(2, .pull, by: robot, reviews: Nested([review(21)], isWhole: true)),
      ],
      releases: [release(1, assets: [Asset(id: "A1", name: "app.zip", downloads: 10)])],
      downloadsDay: day(1),
      traffic: [TrafficDay(day: day(1), kind: .views, count: 9, uniques: 4)],
      removals: [Removal(.item(number: 3), noticedAt: time(5))],
      streams: [.issues: StreamState(watermark: time(1), horizon: .complete)],
      deliveries: [
        Delivery(kind: "health", issue: 9, url: "https://x/9", digest: "d", writtenAt: time(6))
      ],
      alerts: [AlertRecord(kind: "health-drop", began: day(1), fired: day(1))],
      publishedScores: [PublishedScore(day: Day(number: 20_000), score: 70.125)],
      run: FinishedRun(started: time(4), document: "{}")
    )
  }
}

extension MetricStore {
  /// The history of the sample repository, which must be there.
  func sampleHistory() async throws -> History {
    guard let history = try await history(of: Sample.id) else {
      throw StoreError.unknownRepository(Sample.id)
    }
    return history
  }
}
