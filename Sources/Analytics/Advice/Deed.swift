package import Model

/// Something that people could do at the end of a day, by the numbers of its items.
package enum Deed: Hashable, Sendable {
  case merge([Int])
  /// Pull requests, without a merge.
  case close([Int])
  /// A first reply to issues that are younger than a week.
  case answer([Int])
  /// One more fork.
  case fork
}

extension Analysis {
  /// By how many points a deed would move the score of the day, everything else as it is.
  ///
  /// An answer shows when its issue is a week old; so the issue is taken to be that old, once with
  /// and once without the answer. Nil where there is no score.
  package func effect(of deed: Deed, on day: Day) -> Double? {
    let cutoff = Cutoff(endOf: day)
    let (before, after) =
      switch deed {
      case .merge(let numbers): (self, resolving(Set(numbers), at: cutoff, isMerged: true))
      case .close(let numbers): (self, resolving(Set(numbers), at: cutoff, isMerged: false))
      case .fork: (self, withFork(at: cutoff))
      case .answer(let numbers):
        (
          aging(Set(numbers), at: cutoff, isAnswered: false),
          aging(Set(numbers), at: cutoff, isAnswered: true)
        )
      }
    guard
      let old = before.reading(on: day).score, let new = after.reading(on: day).score
    else { return nil }
    return new - old
  }

  /// The same with open pull requests merged or closed in the last second of the day.
  private func resolving(_ numbers: Set<Int>, at cutoff: Cutoff, isMerged: Bool) -> Analysis {
    var copy = self
    let last = cutoff.seconds - 1
    for (index, pull) in pulls.enumerated()
    where numbers.contains(history.items[Int(pull.item)].number) && pull.resolved >= cutoff.seconds
    {
      copy.pulls[index].resolved = last
      if isMerged {
        copy.pulls[index].merged = last
        copy.merges.append((merged: last, created: pull.created))
      }
    }
    copy.merges.sort { $0 < $1 }
    return copy
  }

  private func withFork(at cutoff: Cutoff) -> Analysis {
    var copy = self
    copy.forks.insert(cutoff.seconds - 1, at: forks.sortedIndex(from: cutoff.seconds) { $0 })
    return copy
  }

  /// The same with open issues that are just old enough to count, answered at their present age or
  /// not at all.
  private func aging(_ numbers: Set<Int>, at cutoff: Cutoff, isAnswered: Bool) -> Analysis {
    var copy = self
    let creation = cutoff.last(7).start - 1
    for (index, issue) in issues.enumerated()
    where numbers.contains(history.items[Int(issue.item)].number) && issue.created > creation
      && issue.answered >= cutoff.seconds
    {
      copy.issues[index].created = creation
      let age = cutoff.seconds - issue.created
      copy.issues[index].firstResponse = isAnswered ? creation + age : never
      copy.issues[index].closed = never
    }
    copy.issues.sort { ($0.created, $0.item) < ($1.created, $1.item) }
    return copy
  }
}
