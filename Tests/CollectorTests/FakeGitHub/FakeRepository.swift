import Model

/// A repository as a GitHub has it: everything, whole.
struct FakeRepository: Sendable {
  var record: Repository
  /// Issues and pull requests with all of their comments and reviews.
  var items: [Item] = []
  /// The history of the default branch, newest first.
  var commits: [Commit] = []
  /// Histories that can still be read by their heads although the branch has moved.
  var formerHistories: [String: [Commit]] = [:]
  var forks: [Fork] = []
  var releases: [Release] = []
  var stars: [Day: Int] = [:]
  /// Issues under the tool's label, by number.
  var labelled: [Int: Labelled] = [:]

  /// What only the list of labelled issues tells.
  struct Labelled: Sendable {
    var body: String
    var isByViewer: Bool
  }
}

extension FakeRepository {
  /// The beginning of 2026, when the repositories of the tests begin.
  static let beginning = Timestamp(seconds: 1_767_225_600)

  /// Hours after the beginning.
  static func time(_ hour: Int) -> Timestamp { beginning.advanced(bySeconds: hour * 3_600) }

  /// Nothing but its name.
  static func empty(_ id: Int, _ name: RepositoryName) -> FakeRepository {
    FakeRepository(
      record: Repository(id: RepositoryID(rawValue: id), name: name, createdAt: beginning)
    )
  }

  /// More of everything than one page holds.
  static func large(_ id: Int, _ name: RepositoryName) -> FakeRepository {
    var repository = empty(id, name)
    repository.items = (1...250).map { issue($0) } + (251...380).map { pull($0) }
    repository.commits = (0..<230).map { commit(230 - $0, at: 230 - $0) }
    repository.forks = (0..<120).map { Fork(id: "F\($0)", createdAt: time($0)) }
    repository.releases = (1...15).map { release($0) }
    for number in 0..<80 { repository.stars[beginning.day.advanced(by: number)] = number % 4 }
    return repository
  }

  static func issue(_ number: Int, comments: Int? = nil) -> Item {
    let comments = comments ?? (number == 7 ? 150 : number % 40 == 0 ? 30 : number % 3)
    return Item(
      number: number,
      kind: .issue,
      title: "Issue \(number)",
      author: number % 11 == 0 ? nil : Account(id: number % 9 + 1, login: "user\(number % 9 + 1)"),
      createdAt: time(number),
      updatedAt: time(number + 500),
      state: number % 10 == 0 ? .open : .closed,
      closedAt: number % 10 == 0 ? nil : time(number + 500),
      comments: Nested((0..<comments).map { comment(number * 1_000 + $0) }, isWhole: true)
    )
  }

  static func pull(_ number: Int) -> Item {
    var item = issue(number)
    item.kind = .pull
    item.size = ChangeSize(additions: number, deletions: 1, files: 2)
    if item.state == .closed, number % 2 == 0 {
      item.state = .merged
      item.mergedAt = item.closedAt
    }
    let count = number % 50 == 0 ? 25 : number % 2
    let reviews = (0..<count)
      .map { index in
        Review(
          id: number * 1_000 + index,
          author: Account(id: 3, login: "user3"),
          state: .approved,
          submittedAt: time(number + 1)
        )
      }
    item.reviews = Nested(reviews, isWhole: true)
    return item
  }

  static func comment(_ id: Int) -> Comment {
    Comment(id: id, author: Account(id: 2, login: "user2"), createdAt: time(id / 1_000 + 1))
  }

  static func commit(_ number: Int, at hour: Int, on branch: String = "c") -> Commit {
    Commit(
      oid: "\(branch)\(number)",
      committedAt: time(hour),
      author: number % 5 == 0 ? nil : Account(id: 1, login: "user1"),
      email: "user1@example.org"
    )
  }

  static func release(_ number: Int) -> Release {
    let asset = Asset(id: "A\(number)", name: "app.zip", downloads: number * 10)
    return Release(
      id: number,
      tag: "v\(number)",
      createdAt: time(number * 20),
      publishedAt: time(number * 20 + 1),
      assets: Nested([asset], isWhole: true)
    )
  }
}

extension FakeRepository {
  /// Puts commits on top of the branch; the history until now can still be read by its head.
  mutating func push(_ new: [Commit]) {
    rewrite(new + commits)
  }

  /// Replaces the branch; the history until now can still be read by its head.
  mutating func rewrite(_ history: [Commit]) {
    if let head = commits.first { formerHistories[head.oid] = commits }
    commits = history
  }

  /// Changes an item, which moves it to the front.
  mutating func touch(_ number: Int, at hour: Int, _ change: (inout Item) -> Void = { _ in }) {
    guard let index = items.firstIndex(where: { $0.number == number }) else { return }
    items[index].updatedAt = Self.time(hour)
    change(&items[index])
  }
}
