/// The section `storage`: where history is kept and for how long.
package struct StorageSettings: Sendable {
  /// The kind that a file asks for; nil leaves it to the location.
  package var backend: StoreBackend?
  package var location = StoreLocation.sqlite(path: "vitals.sqlite")
  /// Days after which raw facts become daily aggregates; nil keeps them.
  package var retentionDays: Int?
  package var backup = BackupSettings()

  package init() {}
}

/// The second copy of the store.
package struct BackupSettings: Hashable, Sendable {
  package enum Destination: String, CaseIterable, Hashable, Sendable {
    case branch
    case file
    case off
  }

  package var destination = Destination.branch
  package var branch = "vitals-data"
  package var isEncrypted = false

  package init() {}
}
