import Model

/// The accounts of a ``MemoryStore``, each kept once with its newest login.
struct MemoryAccounts: Sendable {
  private var keys: [AccountKey: Int] = [:]
  private var accounts: [Account] = []

  subscript(key: Int) -> Account? {
    accounts.indices.contains(key) ? accounts[key] : nil
  }

  /// The key of an account, which is added or renamed.
  mutating func key(for account: Account?) -> Int? {
    guard let account else { return nil }
    if let key = keys[AccountKey(account)] {
      accounts[key] = account
      return key
    }
    keys[AccountKey(account)] = accounts.count
    accounts.append(account)
    return accounts.count - 1
  }
}
