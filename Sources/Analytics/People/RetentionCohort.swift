package import Model

/// The people who were active for the first time in one month, and how many of them came back.
package struct RetentionCohort: Hashable, Sendable {
  /// The first day of the month.
  package let month: Day
  package let people: Int
  /// How many of them were active in each later month, up to that of the data date.
  package let active: [Int]
}

extension Analysis {
  /// By month, oldest first, months without newcomers left out; the last month may be unfinished.
  ///
  /// Where a stream has a horizon, nobody can be told to be new before it, and the months up to the
  /// one it lies in are left out. CHAOSS, https://chaoss.community/kb/metric-contributors/.
  package func retentionCohorts(on day: Day) -> [RetentionCohort] {
    let end = Int32(clamping: day.number)
    let reach = streams.activity
    guard reach.knowledge(ofAllBefore: Cutoff(endOf: day)).isKnown else { return [] }
    let last = Month(day).number
    let first = reach.horizon.map { Month(Day(at: $0)).number + 1 } ?? .min
    var cohorts: [Int: (people: Int, active: [Int])] = [:]
    var joined = [Int](repeating: 0, count: roster.isIgnored.count)
    var counted = [Int](repeating: 0, count: roster.isIgnored.count)
    for entry in activity.entries where entry.day <= end {
      let (person, month) = (Int(entry.person), Month(Day(number: Int(entry.day))).number)
      if entry.previous == Activity.none {
        (joined[person], counted[person]) = (month, month)
        guard month >= first else { continue }
        cohorts[month, default: (0, Array(repeating: 0, count: last - month))].people += 1
      } else if month > counted[person] {
        counted[person] = month
        cohorts[joined[person]]?.active[month - joined[person] - 1] += 1
      }
    }
    return cohorts.sorted { $0.key < $1.key }
      .map { month, cohort in
        RetentionCohort(
          month: Month(number: month).firstDay,
          people: cohort.people,
          active: cohort.active
        )
      }
  }
}

/// A month of a year, counted from the year 0.
private struct Month {
  let number: Int

  init(number: Int) { self.number = number }

  init(_ day: Day) {
    let (year, month, _) = day.components
    number = year * 12 + month - 1
  }

  var firstDay: Day {
    let year = number >= 0 ? number / 12 : -((11 - number) / 12)
    return Day(year: year, month: number - year * 12 + 1, day: 1) ?? Day(number: 0)
  }
}
