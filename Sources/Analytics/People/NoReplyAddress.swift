/// An address that GitHub gives out in place of a private one, as in
/// `1001+octocat@users.noreply.github.com`.
///
/// Older ones have no id: https://docs.github.com/en/account-and-profile/reference/email-addresses-reference#your-noreply-email-address
struct NoReplyAddress: Hashable, Sendable {
  /// GitHub's numeric id of the account.
  let id: Int?
  /// In lower case; may hold any character but `@`, and be a login that the account gave up.
  let login: String

  /// Nil when `address`, which is in lower case, is an ordinary one.
  init?(_ address: String) {
    guard address.hasSuffix(Self.suffix) else { return nil }
    let local = address.dropLast(Self.suffix.count)
    guard !local.isEmpty else { return nil }
    let parts = local.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !parts[1].isEmpty, parts[0].utf8.allSatisfy(\.isDigit),
      let id = Int(parts[0])
    {
      self.id = id
      login = String(parts[1])
    } else {
      id = nil
      login = String(local)
    }
  }

  private static let suffix = "@users.noreply.github.com"
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
