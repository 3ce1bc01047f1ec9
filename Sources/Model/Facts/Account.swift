/// An account as GitHub names it beside an item, a comment, a review or a commit.
///
/// A deleted account is no account: the author is nil.
package struct Account: Hashable, Sendable {
  /// What GitHub types an account as, in GraphQL's `__typename`.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case user = "User"
    case bot = "Bot"
    case organization = "Organization"
    case mannequin = "Mannequin"
    case enterpriseUser = "EnterpriseUserAccount"
  }

  /// GitHub's numeric id, which a renamed account keeps; nil where the API gives none.
  package var id: Int?
  package var login: String
  package var kind: Kind

  package init(id: Int?, login: String, kind: Kind = .user) {
    self.id = id
    self.login = login
    self.kind = kind
  }
}
