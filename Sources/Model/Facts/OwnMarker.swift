/// The hidden comment in the first line of everything the tool writes.
///
/// `<!-- repo-vitals:v1 kind=health repo=1296269 -->`; later versions may add attributes.
package struct OwnMarker: Hashable, Sendable {
  /// As in `health`.
  package var kind: String
  package var repository: RepositoryID
  /// Further attributes, as in `week`; keys and values without spaces.
  package var attributes: [String: String]

  package init(kind: String, repository: RepositoryID, attributes: [String: String] = [:]) {
    self.kind = kind
    self.repository = repository
    self.attributes = attributes
  }
}

extension OwnMarker {
  private static let opening = "<!-- repo-vitals:v1 "
  private static let closing = " -->"

  /// Reads the marker from the beginning of a text; nil when there is none.
  ///
  /// Only its author can tell whether the text is the tool's: anyone may copy a marker.
  package init?(in text: some StringProtocol) {
    guard text.utf8.starts(with: Self.opening.utf8) else { return nil }
    let line = text.utf8.dropFirst(Self.opening.utf8.count).prefix(500)
      .prefix { $0 != UInt8(ascii: "\n") }
    guard let end = line.firstRange(of: Self.closing.utf8)?.lowerBound else { return nil }
    var attributes: [String: String] = [:]
    for part in line[..<end].split(separator: UInt8(ascii: " ")) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard pair.count == 2 else { continue }
      attributes[String(decoding: pair[0], as: UTF8.self)] = String(
        decoding: pair[1],
        as: UTF8.self
      )
    }
    guard
      let kind = attributes.removeValue(forKey: "kind"),
      let id = attributes.removeValue(forKey: "repo").flatMap(Int.init)
    else { return nil }
    self.init(kind: kind, repository: RepositoryID(rawValue: id), attributes: attributes)
  }

  /// The comment, without a newline.
  package var text: String {
    let rest = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    return "\(Self.opening)kind=\(kind) repo=\(repository)\(rest)\(Self.closing)"
  }
}

extension OwnMarker {
  /// Attributes that tell subjects of one kind apart; others only describe.
  private static let subjectKeys = ["alert", "metric", "stream", "week"]

  /// Whether another marker stands for the same subject.
  package func names(_ other: OwnMarker?) -> Bool {
    guard let other, other.kind == kind, other.repository == repository else { return false }
    return Self.subjectKeys.allSatisfy { attributes[$0] == other.attributes[$0] }
  }
}
