package import Model

/// An issue or a pull request that is open at the end of a day, for a list of what waits.
package struct OpenItem: Hashable, Sendable {
  package let number: Int
  package let kind: Item.Kind
  /// Nil when the account was deleted.
  package let author: Account?
  package let createdAt: Timestamp
  /// The creation, or a later comment or review by a person.
  package let lastActivityAt: Timestamp
  /// When a person other than the author first replied or reviewed; nil when nobody has.
  package let firstResponseAt: Timestamp?
  /// Comments by people.
  package let comments: Int
  /// Reviews by people.
  package let reviews: Int
  package let isDraft: Bool

  /// Whether it has been silent for more than 60 days at the end of `day`.
  package func isStale(on day: Day) -> Bool {
    day.end.seconds - lastActivityAt.seconds > 60 * 86_400
  }
}

extension Analysis {
  /// What is open at the end of the day, oldest first; the items of bots are left out.
  package func openItems(on day: Day) -> [OpenItem] {
    let cutoff = Cutoff(endOf: day)
    // Switched off, they are unknown, and nobody can answer them.
    let issues = (repository.hasIssues ? openIssues(at: cutoff) : [])
      .map {
        openItem($0.item, answeredAt: $0.firstResponse, at: cutoff)
      }
    let pulls = openPulls(at: cutoff)
      .map {
        openItem($0.item, answeredAt: $0.firstReview, at: cutoff)
      }
    return (issues + pulls).sorted { ($0.createdAt, $0.number) < ($1.createdAt, $1.number) }
  }

  private func openItem(_ index: Int32, answeredAt: Int, at cutoff: Cutoff) -> OpenItem {
    let item = history.items[Int(index)]
    let last = [comments, reviewsByItem].compactMap { $0.last(on: index, before: cutoff) }.max()
    return OpenItem(
      number: item.number,
      kind: item.kind,
      author: account(item.author),
      createdAt: item.createdAt,
      lastActivityAt: max(item.createdAt, last.map(Timestamp.init) ?? item.createdAt),
      firstResponseAt: answeredAt < cutoff.seconds ? Timestamp(seconds: answeredAt) : nil,
      comments: comments.count(on: index, before: cutoff),
      reviews: reviewsByItem.count(on: index, before: cutoff),
      isDraft: item.isDraft
    )
  }

  private func account(_ index: Int?) -> Account? {
    guard let index, history.accounts.indices.contains(index) else { return nil }
    return history.accounts[index]
  }
}
