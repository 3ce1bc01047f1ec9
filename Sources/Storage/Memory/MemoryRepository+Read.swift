import Model

extension MemoryRepository {
  /// The counts of a repository of which nothing is kept.
  static let noCounts: [Stream: Int] = [
    .stars: 0, .forks: 0, .commits: 0, .issues: 0, .pulls: 0, .releases: 0,
  ]

  var counts: [Stream: Int] {
    [
      .stars: stars.values.reduce(0, +),
      .forks: forks.count,
      .commits: commits.count,
      .issues: items.values.count { $0.item.kind == .issue },
      .pulls: items.values.count { $0.item.kind == .pull },
      .releases: releases.count,
    ]
  }

  var sortedAlerts: [AlertRecord] {
    alerts.sorted { $0.key < $1.key }.map(\.value)
  }

  var sortedRemovals: [Removal] {
    tombstones.sorted { $0.key < $1.key }.map(\.value)
  }

  func history(_ people: MemoryAccounts) -> History {
    var builder = HistoryBuilder(repository: record)
    for kept in items.values where !kept.item.isOwn { add(kept, to: &builder) }
    for commit in commits.values {
      let row = HistoryCommit(
        author: commit.author,
        email: commit.row.email,
        at: commit.row.committedAt
      )
      builder.add(row, oid: commit.row.oid)
    }
    builder.add(
      forks: forks.values.map(\.createdAt),
      releases: releases.values.filter { !$0.isDraft }.compactMap(\.publishedAt),
      stars: stars.map { StarDay(day: $0.key, count: $0.value) },
      snapshots: Array(snapshots.values),
      downloads: DownloadHistory.days(
        readings: Array(downloadReadings),
        counts: downloads.values.flatMap(\.self)
      ),
      traffic: Array(traffic.values),
      streams: streams
    )
    return builder.build { people[$0] }
  }

  private func add(_ kept: KeptItem, to builder: inout HistoryBuilder) {
    let item = kept.item
    builder.add(
      HistoryItem(
        number: item.number,
        kind: item.kind,
        author: kept.author,
        createdAt: item.createdAt,
        closedAt: item.closedAt,
        mergedAt: item.mergedAt,
        isDraft: item.isDraft,
        size: item.size
      )
    )
    for comment in kept.comments.values where !comment.row.isOwn {
      let row = HistoryComment(
        item: item.number,
        author: comment.author,
        at: comment.row.createdAt
      )
      builder.add(row, id: comment.row.id)
    }
    for review in kept.reviews.values {
      let row = HistoryReview(
        item: item.number,
        author: review.author,
        at: review.row.submittedAt
      )
      builder.add(row, id: review.row.id)
    }
  }
}

extension MemoryRepository {
  /// What a sweep may remove.
  func rows(of stream: Stream) -> [Removal.Row] {
    switch stream {
    case .commits: commits.values.map { .commit(oid: $0.row.oid) }
    case .forks: forks.values.map { .fork(id: $0.id) }
    case .releases: releases.keys.map { .release(id: $0) }
    case .issues:
      items.values.filter { $0.item.kind == .issue }.map { .item(number: $0.item.number) }
    case .pulls: items.values.filter { $0.item.kind == .pull }.map { .item(number: $0.item.number) }
    case .snapshot, .stars, .traffic: []
    }
  }
}
