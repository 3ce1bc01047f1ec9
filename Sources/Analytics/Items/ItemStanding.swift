package import Model

/// How an issue or a pull request stands at the end of a day, open or not.
package struct ItemStanding: Hashable, Sendable {
  package let number: Int
  package let kind: Item.Kind
  package let createdAt: Timestamp
  package let state: Item.State
  /// When a person other than the author first replied or reviewed; nil when nobody has.
  package let firstResponseAt: Timestamp?
  /// The creation, or a later comment or review by a person.
  package let lastActivityAt: Timestamp
  /// Reviews by people, the author's own too; 0 for issues.
  package let reviews: Int

  package init(
    number: Int,
    kind: Item.Kind,
    createdAt: Timestamp,
    state: Item.State,
    firstResponseAt: Timestamp?,
    lastActivityAt: Timestamp,
    reviews: Int = 0
  ) {
    (self.number, self.kind, self.createdAt) = (number, kind, createdAt)
    (self.state, self.firstResponseAt) = (state, firstResponseAt)
    (self.lastActivityAt, self.reviews) = (lastActivityAt, reviews)
  }
}

extension Analysis {
  /// How the items with these numbers stand, by number; unknown ones, and those of bots, are left
  /// out.
  package func standings(of numbers: some Collection<Int>, on day: Day) -> [ItemStanding] {
    let (wanted, cutoff) = (Set(numbers), Cutoff(endOf: day))
    let answers =
      issues.map { (item: $0.item, answered: $0.firstResponse) }
      + pulls.map { (item: $0.item, answered: $0.firstReview) }
    return
      answers
      .filter { wanted.contains(history.items[Int($0.item)].number) }
      .map { standing($0.item, answered: $0.answered, at: cutoff) }
      .filter { $0.createdAt.bounded < cutoff.seconds }
      .sorted { $0.number < $1.number }
  }

  private func standing(_ index: Int32, answered: Int, at cutoff: Cutoff) -> ItemStanding {
    let item = history.items[Int(index)]
    let last = [comments, reviewsByItem].compactMap { $0.last(on: index, before: cutoff) }.max()
    return ItemStanding(
      number: item.number,
      kind: item.kind,
      createdAt: item.createdAt,
      state: item.state(at: cutoff),
      firstResponseAt: answered < cutoff.seconds ? Timestamp(seconds: answered) : nil,
      lastActivityAt: max(item.createdAt, last.map(Timestamp.init) ?? item.createdAt),
      reviews: reviewsByItem.count(on: index, before: cutoff)
    )
  }
}
