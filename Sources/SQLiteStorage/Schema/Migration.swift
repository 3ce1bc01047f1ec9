import SQLite

/// One step from a schema to the next.
///
/// A step that was released is never changed again; what must change becomes another step.
struct Migration: Sendable {
  /// Statements without values.
  var script: String

  /// All steps, oldest first: the version of a store is the number of steps it has been through.
  static let all = [Migration(script: Schema.version1)]
}

extension Connection {
  /// Brings the schema up to the last of `migrations`, each step in a transaction of its own.
  func migrate(with migrations: [Migration]) throws {
    for version in try userVersion..<migrations.count {
      try transaction {
        try execute(script: migrations[version].script)
        try setUserVersion(Int32(version + 1))
      }
    }
  }
}
