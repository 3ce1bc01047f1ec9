import Model
import SQLite
import Storage

/// Keeps each account once and knows the keys of those it has met.
final class AccountWriter {
  private var written: [AccountKey: (key: Int, account: Account)] = [:]

  /// The store's key of an account, which is added, or renamed when its login is another now.
  func key(for account: Account?, in connection: borrowing Connection) throws -> Int? {
    guard let account else { return nil }
    if let known = written[AccountKey(account)], known.account == account { return known.key }
    let key = try write(account, to: connection)
    written[AccountKey(account)] = (key, account)
    return key
  }

  private func write(_ account: Account, to connection: borrowing Connection) throws -> Int {
    guard let key = try self.key(of: account, in: connection) else {
      try connection.run(
        """
        INSERT INTO accounts (id, login, kind)
        VALUES (\(account.id), \(account.login), \(account.kind))
        """
      )
      return connection.lastInsertedKey
    }
    try connection.run(
      """
      UPDATE accounts SET login = \(account.login), kind = \(account.kind) WHERE key = \(key)
      """
    )
    return key
  }

  private func key(of account: Account, in connection: borrowing Connection) throws -> Int? {
    if let id = account.id {
      return try connection.first("SELECT key FROM accounts WHERE id = \(id)") { $0.int(0) }
    }
    return try connection.first(
      "SELECT key FROM accounts WHERE login = \(account.login) AND id IS NULL"
    ) { $0.int(0) }
  }
}
