package import Storage
import Testing

/// What every store promises, as checks that run against any of them.
///
/// A test target makes one with a function that gives an empty store, and runs
/// ``checks`` one by one.
package struct MetricStoreContract: Sendable {
  /// One promise.
  package struct Check: Sendable, CustomTestStringConvertible {
    package var testDescription: String
    let run: @Sendable (any RemovalLog) async throws -> Void

    init(
      _ description: String,
      _ run: @escaping @Sendable (any RemovalLog) async throws -> Void
    ) {
      testDescription = description
      self.run = run
    }

    /// Runs the check against a store that is empty and closes it.
    package func callAsFunction(_ store: any RemovalLog) async throws {
      try await run(store)
      try await store.close()
    }
  }

  /// All promises.
  package static let checks: [Check] =
    writing + items + removals + series + traffic + lists + histories + responses
}
