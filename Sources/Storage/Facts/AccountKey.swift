package import Model

/// What makes two accounts the same one: the id, or the login where there is none.
///
/// Those with an id come first, by id; then the others, by login.
package enum AccountKey: Hashable, Comparable, Sendable {
  case id(Int)
  case login(ExactText)

  package init(_ account: Account) {
    self = account.id.map(AccountKey.id) ?? .login(ExactText(account.login))
  }
}
