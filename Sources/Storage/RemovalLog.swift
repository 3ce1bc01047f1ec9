package import Model

/// A store that can say which rows it was told are gone.
package protocol RemovalLog: MetricStore {
  /// The tombstones of the repository, by kind, then key.
  func removals(of repository: RepositoryID) async throws -> [Removal]
}
