package import Model

/// Puts the rows of a store into the order of a ``History``.
///
/// Rows may come in any order. Until ``build(account:)`` their authors are the store's own keys
/// and the items of comments and reviews are numbers.
package struct HistoryBuilder {
  /// A row below an item, with the id that decides between rows of one second.
  private struct Child<Row: RowBelowItem> {
    var id: Int
    var row: Row
  }

  private var history: History
  private var comments: [Child<HistoryComment>] = []
  private var reviews: [Child<HistoryReview>] = []
  private var commits: [(oid: ExactText, row: HistoryCommit)] = []

  package init(repository: Repository) {
    history = History(repository: repository)
  }

  package mutating func add(_ item: HistoryItem) {
    history.items.append(item)
  }

  /// Adds a comment, which is left out when its item is not added too.
  package mutating func add(_ comment: HistoryComment, id: Int) {
    comments.append(Child(id: id, row: comment))
  }

  /// Adds a review, which is left out when its item is not added too.
  package mutating func add(_ review: HistoryReview, id: Int) {
    reviews.append(Child(id: id, row: review))
  }

  package mutating func add(_ commit: HistoryCommit, oid: String) {
    commits.append((ExactText(oid), commit))
  }

  /// Adds the series, which need no looking up.
  package mutating func add(
    forks: [Timestamp],
    releases: [Timestamp],
    stars: [StarDay],
    snapshots: [Snapshot],
    downloads: [DownloadDay],
    traffic: [TrafficDay],
    streams: [Stream: StreamState]
  ) {
    history.forks = forks.sorted()
    history.releases = releases.sorted()
    history.stars = stars.sorted { $0.day < $1.day }
    history.snapshots = snapshots.sorted { $0.day < $1.day }
    history.downloads = downloads
    history.traffic = traffic.sorted { ($0.day, $0.kind) < ($1.day, $1.kind) }
    history.streams = streams
  }

  /// The history, with authors and items as indices.
  ///
  /// - Parameter account: Finds an account by the store's key; asked once for each key in use.
  /// - Returns: The rows in the order that ``History`` promises.
  package consuming func build(account: (Int) throws -> Account?) rethrows -> History {
    history.items.sort { $0.number < $1.number }
    commits.sort { ($0.row.at, $0.oid) < ($1.row.at, $1.oid) }
    history.commits = commits.map(\.row)
    commits = []
    let index = Dictionary(
      uniqueKeysWithValues: history.items.enumerated().map { ($1.number, $0) }
    )
    history.comments = Self.taking(&comments, by: index)
    history.reviews = Self.taking(&reviews, by: index)
    let authors = try nameAccounts(account)
    resolveAuthors(authors)
    return history
  }

  /// Sorts the rows and empties `children`: a copy of all comments is the peak of a process.
  private static func taking<Row: RowBelowItem>(
    _ children: inout [Child<Row>],
    by index: [Int: Int]
  ) -> [Row] {
    children.sort { ($0.row.item, $0.row.at, $0.id) < ($1.row.item, $1.row.at, $1.id) }
    var rows: [Row] = []
    rows.reserveCapacity(children.count)
    for child in children {
      guard let position = index[child.row.item] else { continue }
      var row = child.row
      row.item = position
      rows.append(row)
    }
    children = []
    return rows
  }

  /// Fills the accounts and gives the index of each key.
  private mutating func nameAccounts(_ account: (Int) throws -> Account?) rethrows -> [Int: Int] {
    var keys: Set<Int> = []
    for item in history.items { if let key = item.author { keys.insert(key) } }
    for comment in history.comments { if let key = comment.author { keys.insert(key) } }
    for review in history.reviews { if let key = review.author { keys.insert(key) } }
    for commit in history.commits { if let key = commit.author { keys.insert(key) } }
    var found: [(key: Int, account: Account)] = []
    for key in keys {
      if let account = try account(key) { found.append((key, account)) }
    }
    found.sort { AccountKey($0.account) < AccountKey($1.account) }
    history.accounts = found.map(\.account)
    return Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.key, $0) })
  }

  private mutating func resolveAuthors(_ index: [Int: Int]) {
    func resolve(_ author: inout Int?) { author = author.flatMap { index[$0] } }
    for position in history.items.indices { resolve(&history.items[position].author) }
    for position in history.comments.indices { resolve(&history.comments[position].author) }
    for position in history.reviews.indices { resolve(&history.reviews[position].author) }
    for position in history.commits.indices { resolve(&history.commits[position].author) }
  }
}

/// A row that belongs to an item: by its number until the history is built, then by its index.
private protocol RowBelowItem {
  var item: Int { get set }
  var at: Timestamp { get }
}

extension HistoryComment: RowBelowItem {}
extension HistoryReview: RowBelowItem {}
