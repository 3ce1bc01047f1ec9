package import Model

extension Analysis {
  /// The newest merges up to the end of a day, newest first, with the merging as last activity.
  package func lastMerges(upTo day: Day, count: Int) -> [ItemStanding] {
    let cutoff = Cutoff(endOf: day)
    return pulls.filter { $0.merged < cutoff.seconds }
      .sorted { ($0.merged, $0.item) > ($1.merged, $1.item) }
      .prefix(max(0, count))
      .map { pull in
        let item = history.items[Int(pull.item)]
        return ItemStanding(
          number: item.number,
          kind: .pull,
          createdAt: item.createdAt,
          state: .merged,
          firstResponseAt: nil,
          lastActivityAt: Timestamp(seconds: pull.merged)
        )
      }
  }
}
