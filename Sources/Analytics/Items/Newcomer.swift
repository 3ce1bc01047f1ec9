package import Model

/// A person who was active for the first time.
package struct Newcomer: Hashable, Sendable {
  /// Nil where only an address is known.
  package let login: String?
  package let firstDay: Day
  /// The issue or pull request the person opened first; nil where it was a commit or a review.
  package let firstItem: FirstItem?

  /// What a newcomer opened.
  package struct FirstItem: Hashable, Sendable {
    package let number: Int
    package let kind: Item.Kind
    package let openedAt: Timestamp
    /// When a person other than the author first replied or reviewed; nil when nobody has.
    package let firstResponseAt: Timestamp?
    /// As of the data date.
    package let state: Item.State
  }
}

extension Analysis {
  /// The people of `contributors.new.30d`, by first day.
  package func newcomers(on day: Day) -> [Newcomer] {
    let cutoff = Cutoff(endOf: day)
    let newcomers = firstDays(in: cutoff.last(30))
    let people = Set(newcomers.map(\.person))
    let logins = logins(of: people)
    let items = firstItems(of: people, before: cutoff)
    return newcomers.map { entry in
      Newcomer(
        login: logins[entry.person],
        firstDay: Day(number: Int(entry.day)),
        firstItem: items[entry.person]
      )
    }
  }

  /// By person, of those who are known by an account.
  func logins(of people: Set<Int32>) -> [Int32: String] {
    var logins: [Int32: String] = [:]
    for (index, account) in history.accounts.enumerated() {
      guard let person = roster.identity(of: index).person, people.contains(person) else {
        continue
      }
      logins[person] = logins[person] ?? account.login
    }
    return logins
  }

  private func firstItems(
    of people: Set<Int32>,
    before cutoff: Cutoff
  ) -> [Int32: Newcomer.FirstItem] {
    var firsts: [Int32: Newcomer.FirstItem] = [:]
    let opened =
      issues.map { (item: $0.item, created: $0.created, answered: $0.firstResponse) }
      + pulls.map { (item: $0.item, created: $0.created, answered: $0.firstReview) }
    for entry in opened.sorted(by: { ($0.created, $0.item) < ($1.created, $1.item) })
    where entry.created < cutoff.seconds {
      let item = history.items[Int(entry.item)]
      guard
        let person = item.author.flatMap({ roster.identity(of: $0).person }),
        people.contains(person), firsts[person] == nil
      else { continue }
      firsts[person] = Newcomer.FirstItem(
        number: item.number,
        kind: item.kind,
        openedAt: item.createdAt,
        firstResponseAt: entry.answered < cutoff.seconds ? Timestamp(seconds: entry.answered) : nil,
        state: item.state(at: cutoff)
      )
    }
    return firsts
  }
}

extension HistoryItem {
  /// The state at the cutoff, as far as GitHub still tells.
  func state(at cutoff: Cutoff) -> Item.State {
    if let mergedAt, mergedAt.bounded < cutoff.seconds { return .merged }
    if let closedAt, closedAt.bounded < cutoff.seconds { return .closed }
    return .open
  }
}
