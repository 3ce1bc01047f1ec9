package import Model

/// A person who was active for the first time.
package struct Newcomer: Hashable, Sendable {
  /// Nil where only an address is known.
  package let login: String?
  package let firstDay: Day
}

extension Analysis {
  /// The people of `contributors.new.30d`, by first day.
  package func newcomers(on day: Day) -> [Newcomer] {
    let newcomers = firstDays(in: Cutoff(endOf: day).last(30))
    let logins = logins(of: Set(newcomers.map(\.person)))
    return newcomers.map { entry in
      Newcomer(login: logins[entry.person], firstDay: Day(number: Int(entry.day)))
    }
  }

  private func logins(of people: Set<Int32>) -> [Int32: String] {
    var logins: [Int32: String] = [:]
    for (index, account) in history.accounts.enumerated() {
      guard let person = roster.identity(of: index).person, people.contains(person) else {
        continue
      }
      logins[person] = logins[person] ?? account.login
    }
    return logins
  }
}
