import Model

/// Writes issues and pull requests from their opening to their end.
struct ItemWriter: Sendable {
  let cast: Cast
  let seed: UInt64
  var rhythm: Rhythm { cast.rhythm }

  /// What is opened, before it has a number.
  private enum Opening {
    case issue
    case pull
    case update
  }

  /// Everything that is opened on `days`, ascending by number.
  func items(opened days: Range<Day>) -> [LivingItem] {
    openings(days).enumerated()
      .map { index, opening in
        let number = index + 1
        var random = SplitMix64(seed: seed, subject: number)
        return switch opening.what {
        case .issue: issue(number, at: opening.at, &random)
        case .pull: pull(number, at: opening.at, &random)
        case .update: update(number, at: opening.at, &random)
        }
      }
  }

  private func openings(_ days: Range<Day>) -> [(at: Timestamp, what: Opening)] {
    var random = SplitMix64(seed: seed, subject: -2)
    var openings: [(at: Timestamp, what: Opening)] = []
    for day in days {
      let level = rhythm.level(on: day)
      let plan: [(what: Opening, rate: Double)] = [
        (.issue, 0.48 * level), (.pull, 0.65 * level),
        // The machine looks for updates on Mondays.
        (.update, day.weekday == 0 ? 0.6 : 0),
      ]
      for (what, rate) in plan {
        for _ in 0..<random.count(around: rate) {
          let early = day.start.advanced(bySeconds: 14_400 + random.below(1_800))
          openings.append((what == .update ? early : rhythm.moment(of: day, &random), what))
        }
      }
    }
    let begin = rhythm.begin.start.advanced(bySeconds: 43_200)
    return openings.filter { $0.at > begin }.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  private func issue(_ number: Int, at opened: Timestamp, _ random: inout SplitMix64) -> LivingItem
  {
    let author =
      random.chance(0.45)
      ? cast.newcomer(at: opened, &random) : cast.someone(at: opened, &random)
    var thread = Conversation(number: number, cast: cast)
    if random.chance(0.92) {
      thread.remark(
        at: rhythm.review(since: opened, medianHours: 7, &random),
        by: .maintainer(except: author),
        &random
      )
      thread.talk(of: author, rounds: rounds(number, random.below(4)), &random)
    }
    var item = Item(
      number: number,
      kind: .issue,
      title: Titles.issue(number, &random),
      author: author.account,
      createdAt: opened,
      updatedAt: opened,
      comments: Nested(thread.comments, isWhole: true)
    )
    if random.chance(0.92) {
      let since = thread.comments.last?.createdAt ?? opened
      item.closedAt = rhythm.review(since: since, medianHours: 100, &random)
      item.state = .closed
    }
    return LivingItem(item: item, author: author, lockedAt: lock(item, &random))
  }

  private func pull(_ number: Int, at opened: Timestamp, _ random: inout SplitMix64) -> LivingItem {
    let author =
      random.chance(0.17)
      ? cast.newcomer(at: opened, &random) : cast.someone(at: opened, &random)
    let isDraft = random.chance(0.12)
    let readyAt = isDraft ? rhythm.reply(since: opened, medianHours: 30, &random) : nil
    var thread = Conversation(number: number, cast: cast)
    if random.chance(0.3) { thread.report(at: opened, &random) }
    thread.review(of: author, since: readyAt ?? opened, &random)
    thread.talk(of: author, rounds: rounds(number, random.below(3)), &random)
    var item = Item(
      number: number,
      kind: .pull,
      title: Titles.pull(number, &random),
      author: author.account,
      createdAt: opened,
      updatedAt: opened,
      size: size(&random),
      comments: Nested(thread.comments, isWhole: true),
      reviews: Nested(thread.reviews, isWhole: true)
    )
    end(&item, since: thread.last ?? readyAt ?? opened, merging: 0.84, &random)
    // One that nobody came back to stays the draft it was.
    item.isDraft = isDraft && item.closedAt == nil && random.chance(0.5)
    let ready = item.isDraft ? nil : readyAt
    return LivingItem(item: item, author: author, readyAt: ready, lockedAt: lock(item, &random))
  }

  private func update(
    _ number: Int,
    at opened: Timestamp,
    _ random: inout SplitMix64
  ) -> LivingItem {
    var thread = Conversation(number: number, cast: cast)
    if random.chance(0.6) { thread.approve(since: opened, &random) }
    var item = Item(
      number: number,
      kind: .pull,
      title: Titles.update(&random),
      author: Cast.dependabot,
      createdAt: opened,
      updatedAt: opened,
      size: ChangeSize(additions: 1, deletions: 1, files: 1),
      reviews: Nested(thread.reviews, isWhole: true)
    )
    end(&item, since: thread.last ?? opened, merging: 0.85, &random)
    return LivingItem(item: item, author: Cast.updater)
  }

  /// Merges the pull request, closes it without, or leaves it open.
  private func end(
    _ item: inout Item,
    since: Timestamp,
    merging share: Double,
    _ random: inout SplitMix64
  ) {
    let fate = random.fraction()
    guard fate < share + 0.13 else { return }
    item.closedAt = rhythm.review(since: since, medianHours: fate < share ? 5 : 150, &random)
    item.state = fate < share ? .merged : .closed
    item.mergedAt = fate < share ? item.closedAt : nil
  }

  private func lock(_ item: Item, _ random: inout SplitMix64) -> Timestamp? {
    guard let closedAt = item.closedAt, random.chance(0.03) else { return nil }
    return max(closedAt, item.comments.elements.last?.createdAt ?? closedAt)
      .advanced(bySeconds: 20 * 86_400)
  }

  private func size(_ random: inout SplitMix64) -> ChangeSize {
    ChangeSize(
      additions: Int(random.wait(median: 34)),
      deletions: Int(random.wait(median: 12)),
      files: 1 + Int(random.wait(median: 2))
    )
  }

  /// A few items everyone has something to say about.
  private func rounds(_ number: Int, _ usual: Int) -> Int {
    switch number {
    case 61: 24
    case 120: 131
    case 210: 37
    case 333: 28
    default: usual
    }
  }
}
