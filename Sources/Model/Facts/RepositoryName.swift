/// The owner and name of a repository, as in `octo-org/octo-repo`.
///
/// Compared without regard to case, as GitHub does; kept as it was spelled.
package struct RepositoryName: Sendable {
  package let owner: String
  package let name: String

  /// Reads `OWNER/NAME`; nil when GitHub could not have such a repository.
  ///
  /// Owners of managed accounts hold `_` and old ones begin or end with `-`, so a login may hold
  /// both anywhere: https://docs.github.com/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (owner, name) = (String(parts[0]), String(parts[1]))
    guard
      (1...100).contains(owner.utf8.count), owner.utf8.allSatisfy(\.isLoginByte),
      (1...100).contains(name.utf8.count), name.utf8.allSatisfy(\.isNameByte),
      name != ".", name != ".."
    else { return nil }
    self.owner = owner
    self.name = name
  }
}

extension RepositoryName: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.key == right.key
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
  }

  private var key: String { description.lowercased() }
}

extension RepositoryName: CustomStringConvertible {
  package var description: String { "\(owner)/\(name)" }
}

extension UInt8 {
  /// A letter, a digit, `-` or `_`.
  fileprivate var isLoginByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  fileprivate var isNameByte: Bool { isLoginByte || self == UInt8(ascii: ".") }
}
