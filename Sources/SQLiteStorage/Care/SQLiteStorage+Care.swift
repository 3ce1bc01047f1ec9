import SQLite
package import Storage

extension SQLiteStorage {
  /// What the store holds, for a person.
  package func info() throws -> StoreInfo {
    try withDatabase { try $0.info(path: path, fileSize: StoreFile(path: path).size ?? 0) }
  }

  /// What is wrong with the store, one sentence each; empty when it is sound.
  ///
  /// Looks at the pages, at the references between tables and at what must hold between facts.
  package func verify() throws -> [String] {
    try withDatabase { try $0.verify() }
  }

  /// The facts as text, for comparing two stores.
  package func dump() throws -> FactDump {
    try withDatabase { try $0.dumpFacts() }
  }

  /// Copies the store into one file at `path`, which must not be there yet.
  package func backup(to path: String) throws {
    guard StoreFile(path: path).size == nil else {
      throw StoreError.unwritable(path: path, reason: "there is a file already")
    }
    try StoreError.mapping(path) {
      try withDatabase { try $0.backup(to: path) }
    }
  }
}
