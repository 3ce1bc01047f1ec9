package import Model

/// What a document about one series is of.
package struct SeriesSubject: Hashable, Sendable {
  /// Nil for a series that came from a file.
  package let repository: Repository?
  /// Nil for a series without a name.
  package let metric: String?

  package init(repository: Repository?, metric: String?) {
    (self.repository, self.metric) = (repository, metric)
  }

  /// The head of the document and the members that follow it.
  func document(_ schema: String, _ members: [JSONValue.Member]) -> JSONValue {
    let members = [JSONValue.Member("metric", JSONValue(metric))] + members
    guard let repository else {
      return .object(
        [.init("schema", .string("repo-vitals/\(schema)/1")), .init("repository", .null)] + members
      )
    }
    return repository.document(schema, members)
  }
}
