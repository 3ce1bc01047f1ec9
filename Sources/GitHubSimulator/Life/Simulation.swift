package import Model

/// The whole life of a made-up repository, past and to come; the same for the same seed.
///
/// Every part is told as of an instant, at which nothing later is known.
package struct Simulation: Sendable {
  /// The instant from which the default clock looks back.
  package static let defaultNow = Timestamp(seconds: 1_775_023_200)

  /// A life whose fall and recovery show well.
  package static let defaultSeed: UInt64 = 3

  package let repository: Repository
  /// Ascending by number, as they end.
  let items: [LivingItem]
  /// Ascending by the time at which they reached the default branch.
  let commits: [LivingCommit]
  /// Ascending.
  let stars: [Timestamp]
  /// Ascending by creation.
  let forks: [Fork]
  /// Ascending by creation; the counts of their assets are what a year brings.
  let releases: [Release]

  /// Two and a half years up to ``defaultNow`` and one more.
  ///
  /// - Parameters:
  ///   - seed: Another life, and another id, for each number.
  ///   - name: `octo-org/octo-repo` when nil.
  package init(seed: UInt64 = defaultSeed, name: RepositoryName? = nil) {
    let begin = Day(number: 19_632)
    let days = begin..<begin.advanced(by: 1_277)
    let rhythm = Rhythm(begin: begin)
    let cast = Cast(rhythm: rhythm, seed: seed)
    repository = Repository(
      id: RepositoryID(rawValue: 731_204_550 + Int(seed % 1_000)),
      name: name ?? Self.defaultName,
      createdAt: begin.start.advanced(bySeconds: 29_527)
    )
    items = ItemWriter(cast: cast, seed: seed).items(opened: days)
    commits = CommitWriter(cast: cast, seed: seed).commits(days, merging: items)
    var audience = Audience(rhythm: rhythm, seed: seed)
    stars = audience.stars(days)
    forks = audience.forks(days)
    releases = audience.releases(days)
  }

  /// `octo-org/octo-repo`.
  private static let defaultName: RepositoryName = {
    guard let name = RepositoryName("octo-org/octo-repo") else {
      preconditionFailure("the literal is a name")
    }
    return name
  }()
}

/// An issue or a pull request as it ends, with what the model does not keep of its way there.
struct LivingItem: Sendable {
  var item: Item
  /// The address that the commits of a pull request carry.
  var author: Cast.Person
  /// Until when a pull request is a draft; nil where it is what it ends as from the beginning.
  var readyAt: Timestamp?
  var lockedAt: Timestamp?
}

/// A commit, with the time at which the default branch got it.
struct LivingCommit: Sendable {
  var commit: Commit
  var arrivedAt: Timestamp
}

extension Simulation {
  /// Issues, or pull requests, as of `now`; ascending by number.
  package func items(_ kind: Item.Kind, asOf now: Timestamp) -> [Item] {
    items.filter { $0.item.kind == kind }.compactMap { $0.item(asOf: now) }
  }

  /// What is behind the default branch as of `now`, or behind the commit `head` of it, newest
  /// first; nil where there is no such commit yet.
  package func history(asOf now: Timestamp, head: String? = nil) -> [Commit]? {
    var known = commits.prefix { $0.arrivedAt <= now }
    if let head {
      guard let tip = known.lastIndex(where: { $0.commit.oid == head }) else { return nil }
      known = known[...tip]
    }
    guard let tip = known.last else { return nil }
    // The tip was made when it arrived, so that it stays the newest.
    return known.dropLast().enumerated()
      .sorted {
        ($1.element.commit.committedAt, $1.offset) < ($0.element.commit.committedAt, $0.offset)
      }
      .reduce(into: [tip.commit]) { $0.append($1.element.commit) }
  }

  /// How many stars there are as of `now`.
  package func starCount(asOf now: Timestamp) -> Int {
    stars.count { $0 <= now }
  }

  /// Forks as of `now`, newest first.
  package func forks(asOf now: Timestamp) -> [Fork] {
    forks.filter { $0.createdAt <= now }.reversed()
  }

  /// Releases with their downloads as of `now`, newest first.
  package func releases(asOf now: Timestamp) -> [Release] {
    releases.reversed().filter { $0.createdAt <= now }
      .map { release in
        var release = release
        let age = now.seconds - release.createdAt.seconds
        for index in release.assets.elements.indices {
          // Half of what will ever be fetched is fetched in the first forty days.
          release.assets.elements[index].downloads *= age
          release.assets.elements[index].downloads /= age + 40 * 86_400
        }
        return release
      }
  }

  /// The first number that the life leaves free.
  var freeNumber: Int { items.count + 1 }
}

extension LivingItem {
  /// The item as of `now`, nil before it was opened.
  func item(asOf now: Timestamp) -> Item? {
    guard item.createdAt <= now else { return nil }
    var past = item
    past.comments.elements.removeAll { $0.createdAt > now }
    past.reviews.elements.removeAll { $0.submittedAt > now }
    if let closedAt = item.closedAt, closedAt > now {
      (past.state, past.closedAt, past.mergedAt) = (.open, nil, nil)
    }
    past.isDraft = readyAt.map { now < $0 } ?? item.isDraft
    past.isLocked = lockedAt.map { $0 <= now } ?? false
    let events = [item.createdAt, past.closedAt, readyAt, lockedAt].compactMap(\.self)
    let dates =
      events + past.comments.elements.map(\.createdAt) + past.reviews.elements.map(\.submittedAt)
    past.updatedAt = dates.filter { $0 <= now }.max() ?? item.createdAt
    return past
  }
}
