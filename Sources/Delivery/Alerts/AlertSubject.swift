package import Model

/// What one alert issue is about within its repository.
package struct AlertSubject: Hashable, Sendable {
  package var kind: AlertKind
  /// A metric or a stream; empty where the kind has only one.
  package var name: String

  package init(_ kind: AlertKind, _ name: String = "") {
    (self.kind, self.name) = (kind, name)
  }

  /// The subject of a marker; nil where it is none of an alert.
  package init?(_ marker: OwnMarker?) {
    guard let marker, let kind = AlertKind(rawValue: marker.kind) else { return nil }
    self.init(kind, kind.subjectKey.flatMap { marker.attributes[$0] } ?? "")
  }

  /// What the tool finds the issue by.
  package func marker(of repository: RepositoryID) -> OwnMarker {
    let attributes = kind.subjectKey.map { [$0: name] } ?? [:]
    return OwnMarker(kind: kind.rawValue, repository: repository, attributes: attributes)
  }

  /// What the tool finds a comment on a change by, so that it is not written twice.
  ///
  /// - Parameters:
  ///   - event: As in `recovery`.
  ///   - day: The data date.
  ///   - repository: The repository.
  /// - Returns: The marker.
  package func marker(
    of event: String,
    on day: Day,
    in repository: RepositoryID
  ) -> OwnMarker {
    var marker = marker(of: repository)
    marker.attributes["alert"] = kind.rawValue
    marker.attributes["on"] = day.description
    marker.kind = event
    return marker
  }
}
