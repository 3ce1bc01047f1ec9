package import Model

/// Which series `trend`, `forecast` and `anomalies` are asked about.
package struct SeriesQuery: Hashable, Sendable {
  /// Nil only with a file.
  package var metric: String?
  /// A CSV file in place of the store.
  package var file: String?
  /// The newest day when nil.
  package var date: Day?
}
