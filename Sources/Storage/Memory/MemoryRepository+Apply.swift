import Model

extension MemoryRepository {
  /// Makes the changes; cannot fail.
  mutating func apply(_ changes: Changes, people: inout MemoryAccounts) {
    if let record = changes.record { self.record = record }
    if let snapshot = changes.snapshot {
      snapshots[snapshot.day] = snapshots[snapshot.day]?.filled(from: snapshot) ?? snapshot
    }
    if let new = changes.profile { profile = profile.map(new.filled) ?? new }
    replaceStars(changes)
    for commit in changes.commits {
      commits[ExactText(commit.oid)] = Authored(row: commit, author: people.key(for: commit.author))
      bury(nil, .commit(oid: commit.oid))
    }
    for fork in changes.forks {
      forks[ExactText(fork.id)] = fork
      bury(nil, .fork(id: fork.id))
    }
    for item in changes.items { put(item, people: &people) }
    for number in changes.ownItems { items[number]?.item.isOwn = true }
    for release in changes.releases {
      releases[release.id] = release
      bury(nil, .release(id: release.id))
    }
    if let day = changes.downloadsDay { read(changes.releases, on: day) }
    for day in changes.traffic {
      let key = TrafficKey(day: day.day, kind: day.kind)
      traffic[key] = traffic[key]?.larger(of: day) ?? day
    }
    for removal in changes.removals { remove(removal) }
    streams.merge(changes.streams) { _, new in new }
    for alert in changes.alerts {
      let key = AlertKey(
        kind: ExactText(alert.kind),
        subject: ExactText(alert.subject),
        began: alert.began
      )
      alerts[key] = alert
    }
    for published in changes.publishedScores { publishedScores[published.day] = published.score }
  }

  private mutating func replaceStars(_ changes: Changes) {
    guard let range = changes.starRange else { return }
    stars = stars.filter { !range.contains($0.key) }
    for bucket in changes.stars { stars[bucket.day] = bucket.count }
  }

  private mutating func put(_ item: Item, people: inout MemoryAccounts) {
    let known = items[item.number]
    guard item.mayReplace(updatedAt: known?.item.updatedAt) else { return }
    var kept = KeptItem(item: item, author: people.key(for: item.author))
    kept.comments = known?.comments ?? [:]
    kept.reviews = known?.reviews ?? [:]
    kept.item.isOwn = item.isOwn || known?.item.isOwn == true
    kept.item.comments = .none
    kept.item.reviews = .none
    bury(nil, .item(number: item.number))
    for comment in item.comments.elements {
      kept.comments[comment.id] = Authored(row: comment, author: people.key(for: comment.author))
      bury(nil, .comment(id: comment.id))
    }
    for review in item.reviews.elements {
      kept.reviews[review.id] = Authored(row: review, author: people.key(for: review.author))
      bury(nil, .review(id: review.id))
    }
    if item.comments.isWhole {
      let listed = Set(item.comments.elements.map(\.id))
      for id in kept.comments.keys where !listed.contains(id) {
        kept.comments[id] = nil
        bury(item.updatedAt, .comment(id: id))
      }
    }
    if item.reviews.isWhole {
      let listed = Set(item.reviews.elements.map(\.id))
      for id in kept.reviews.keys where !listed.contains(id) {
        kept.reviews[id] = nil
        bury(item.updatedAt, .review(id: id))
      }
    }
    items[item.number] = kept
  }

  private mutating func read(_ releases: [Release], on day: Day) {
    guard downloadReadings.allSatisfy({ $0 <= day }) else { return }
    downloadReadings.insert(day)
    for asset in releases.flatMap(\.assets.elements) {
      let id = ExactText(asset.id)
      let latest = downloads[id]?.last
      guard let count = DownloadCount.reading(asset, on: day, after: latest) else { continue }
      if latest?.first == count.first { downloads[id]?.removeLast() }
      downloads[id, default: []].append(count)
    }
  }

  private mutating func remove(_ removal: Removal) {
    switch removal.row {
    case .item(let number): items[number] = nil
    case .fork(let id): forks[ExactText(id)] = nil
    case .commit(let oid): commits[ExactText(oid)] = nil
    case .release(let id): releases[id] = nil
    case .comment(let id):
      for number in items.keys { items[number]?.comments[id] = nil }
    case .review(let id):
      for number in items.keys { items[number]?.reviews[id] = nil }
    }
    bury(removal.noticedAt, removal.row)
  }

  /// Sets up a tombstone, unless there is one, or takes it away when `noticedAt` is nil.
  private mutating func bury(_ noticedAt: Timestamp?, _ row: Removal.Row) {
    let key = RowKey(row)
    guard let noticedAt else {
      tombstones[key] = nil
      return
    }
    if tombstones[key] == nil { tombstones[key] = Removal(row, noticedAt: noticedAt) }
  }
}
