package import Model

/// What `store info` says of a store.
package struct StoreInfo: Hashable, Sendable {
  package var path: String
  /// Bytes of the file, without a log beside it.
  package var fileSize: Int
  package var schemaVersion: Int
  /// Records of runs that are kept.
  package var runs: Int
  /// By id.
  package var repositories: [RepositoryInfo]

  package init(
    path: String,
    fileSize: Int,
    schemaVersion: Int,
    runs: Int,
    repositories: [RepositoryInfo]
  ) {
    self.path = path
    self.fileSize = fileSize
    self.schemaVersion = schemaVersion
    self.runs = runs
    self.repositories = repositories
  }

  /// What is kept of one repository.
  package struct RepositoryInfo: Hashable, Sendable {
    package var id: RepositoryID
    package var name: RepositoryName
    /// By table.
    package var rows: [TableRows]
    package var streams: [Stream: StreamState]
    /// The data date of the newest snapshot; nil without any.
    package var newestSnapshot: Day?

    package init(
      id: RepositoryID,
      name: RepositoryName,
      rows: [TableRows],
      streams: [Stream: StreamState],
      newestSnapshot: Day?
    ) {
      self.id = id
      self.name = name
      self.rows = rows
      self.streams = streams
      self.newestSnapshot = newestSnapshot
    }
  }

  /// How many rows of a repository one table holds.
  package struct TableRows: Hashable, Sendable {
    package var table: String
    package var count: Int

    package init(table: String, count: Int) {
      self.table = table
      self.count = count
    }
  }
}
