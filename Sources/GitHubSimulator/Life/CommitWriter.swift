import Model

/// Writes the commits of the default branch: those of merged pull requests, and those pushed
/// straight to it.
struct CommitWriter: Sendable {
  let cast: Cast
  let seed: UInt64

  /// Ascending by arrival; of those that arrive together, the newest last.
  func commits(_ days: Range<Day>, merging items: [LivingItem]) -> [LivingCommit] {
    let merged = items.flatMap(commits(of:))
    return (merged + pushed(on: days)).enumerated()
      .sorted { ($0.element.arrivedAt, $0.offset) < ($1.element.arrivedAt, $1.offset) }
      .map(\.element)
  }

  /// What a pull request brings: one commit, or its own and the one that merges them.
  private func commits(of pull: LivingItem) -> [LivingCommit] {
    guard let mergedAt = pull.item.mergedAt else { return [] }
    var random = SplitMix64(seed: seed, subject: 1_000_000 + pull.item.number)
    var commits: [LivingCommit] = []
    if random.chance(0.4) {
      let begin = pull.item.createdAt.seconds
      let dates = (0...random.below(4))
        .map { _ in begin + random.below(max(1, mergedAt.seconds - begin)) }
      for date in dates.sorted() {
        let madeAt = Timestamp(seconds: date)
        commits.append(commit(by: pull.author, at: madeAt, arrivedAt: mergedAt, &random))
      }
    }
    commits.append(commit(by: pull.author, at: mergedAt, arrivedAt: mergedAt, &random))
    return commits
  }

  private func pushed(on days: Range<Day>) -> [LivingCommit] {
    var random = SplitMix64(seed: seed, subject: -3)
    var commits: [LivingCommit] = []
    let first = days.lowerBound.start.advanced(bySeconds: 30_000)
    let founder = cast.regulars[0]
    commits.append(commit(by: founder, at: first, arrivedAt: first, &random))
    for day in days.dropFirst() {
      for _ in 0..<random.count(around: 0.4 * cast.rhythm.level(on: day)) {
        let at = cast.rhythm.moment(of: day, &random)
        let author = cast.someone(at: at, maintainer: true, &random)
        commits.append(commit(by: author, at: at, arrivedAt: at, &random))
      }
    }
    return commits
  }

  private func commit(
    by author: Cast.Person,
    at instant: Timestamp,
    arrivedAt: Timestamp,
    _ random: inout SplitMix64
  ) -> LivingCommit {
    // Now and then somebody commits from a machine whose address GitHub does not know.
    let isKnown = !random.chance(0.03)
    let commit = Commit(
      oid: random.hexadecimal(digits: 40),
      committedAt: instant,
      author: isKnown ? author.account : nil,
      email: isKnown ? author.email : "root@build.example"
    )
    return LivingCommit(commit: commit, arrivedAt: arrivedAt)
  }
}
