package import Model

/// A history prepared once, for asking about any of its days.
///
/// Pure: the same history, rules and weights give the same values, bit for bit. What bots made is
/// left out here already, and so is every event before its own stream's horizon; items themselves
/// stay, because what is open counts however old it is.
package struct Analysis: Sendable {
  package let repository: Repository
  /// What was left out because bots made it.
  package let leftOut: BotCount

  let weights: ScoreWeights
  let history: History
  let streams: Streams
  let roster: Roster
  /// By creation, then number.
  var issues: [IssueFacts]
  /// By creation, then number.
  var pulls: [PullFacts]
  let comments: Conversation
  let reviewsByItem: Conversation
  let activity: Activity
  let closings: [Int]
  /// By merging, with the creation.
  var merges: [(merged: Int, created: Int)]
  let rejections: [Int]
  let reviews: [Int]
  /// By time, with the author where known.
  let commits: [(at: Int, person: Int32)]
  var forks: [Int]
  let releases: [Int]

  package init(
    _ history: History,
    rules: PeopleRules = PeopleRules(),
    weights: ScoreWeights = .standard
  ) {
    let streams = Streams(history)
    let roster = Roster(history, rules: rules)
    let reader = ItemReader(history, roster)
    let commits = Self.commits(history, roster, from: streams[.commits].start)
    (repository, self.history, self.weights) = (history.repository, history, weights)
    (self.streams, self.roster, self.commits) = (streams, roster, commits)
    (issues, pulls) = (reader.issues, reader.pulls)
    (comments, reviewsByItem) = (reader.comments, reader.reviews)

    let (issuesFrom, pullsFrom) = (streams[.issues].start, streams[.pulls].start)
    closings = Self.ascending(reader.issues.map(\.closed), from: issuesFrom)
    merges = reader.pulls.map { ($0.merged, $0.created) }
      .filter { $0.merged != never && $0.merged >= pullsFrom }
      .sorted { $0 < $1 }
    rejections = Self.ascending(
      reader.pulls.map { $0.merged == never ? $0.resolved : never },
      from: pullsFrom
    )
    reviews = Self.ascending(reader.submissions.map(\.at), from: pullsFrom)
    forks = Self.ascending(history.forks.map(\.bounded), from: streams[.forks].start)
    releases = Self.ascending(history.releases.map(\.bounded), from: streams[.releases].start)
    activity = Self.activity(history, roster, reader, commits, streams)
    leftOut = Self.leftOut(reader, roster)
  }

  private static func ascending(_ times: [Int], from start: Int) -> [Int] {
    times.filter { $0 != never && $0 >= start }.sorted()
  }

  private static func commits(
    _ history: History,
    _ roster: Roster,
    from start: Int
  ) -> [(at: Int, person: Int32)] {
    zip(history.commits, roster.commits)
      .compactMap { commit, identity in identity.person.map { (commit.at.bounded, $0) } }
      .filter { $0.0 >= start }
      .sorted { $0 < $1 }
  }

  /// Commits, reviews, opened issues and pull requests of the people who are not left out.
  private static func activity(
    _ history: History,
    _ roster: Roster,
    _ reader: ItemReader,
    _ commits: [(at: Int, person: Int32)],
    _ streams: Streams
  ) -> Activity {
    let (issuesFrom, pullsFrom) = (streams[.issues].start, streams[.pulls].start)
    var events = commits
    func add(_ at: Int, _ person: Int32?, from start: Int) {
      if at >= start, let person { events.append((at, person)) }
    }
    func author(_ item: Int32) -> Int32? {
      roster.identity(of: history.items[Int(item)].author).person
    }
    for issue in reader.issues { add(issue.created, author(issue.item), from: issuesFrom) }
    for pull in reader.pulls { add(pull.created, author(pull.item), from: pullsFrom) }
    for review in reader.submissions { add(review.at, review.person, from: pullsFrom) }
    let counted = events.filter { !roster.isIgnored[Int($0.person)] }
    return Activity(counted, people: roster.isIgnored.count)
  }

  private static func leftOut(_ reader: ItemReader, _ roster: Roster) -> BotCount {
    var count = reader.left
    count.accounts = roster.botCount
    count.commits = roster.commits.count { $0 == .bot }
    return count
  }
}

extension Analysis {
  /// The days on which releases were published, ascending.
  package var releaseDays: [Day] { releases.map(Day.init(at:)) }

  /// The last day that is known whole: that of the newest reading; nil before the first.
  ///
  /// What came after it was never read, which is not the same as nothing.
  package var lastKnownDay: Day? { history.snapshots.map(\.day).max() }

  /// When the repository was created, in seconds.
  var creation: Int { repository.createdAt.bounded }
}
