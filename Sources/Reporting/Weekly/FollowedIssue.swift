/// The body of last week's issue when this week's is there: the same, with a link to what follows.
package enum FollowedIssue {
  private static let closing = Array("</sub>".utf8)

  /// Links a body to what follows.
  ///
  /// - Parameters:
  ///   - body: As it is, perhaps edited by a person.
  ///   - number: The issue that follows.
  ///   - links: Where links lead.
  ///   - words: What follows.
  /// - Returns: The new body; nil where the link stands there already.
  package static func body(
    _ body: String,
    followedBy number: Int,
    _ links: Links,
    as words: String = "next week"
  ) -> String? {
    let link = links.issue(number, words).markdown
    var bytes = Array(body.utf8)
    while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.reversed().starts(with: closing.reversed()) else {
      return "\(text)\n\n<sub>\(link)</sub>\n"
    }
    let start = String(decoding: bytes.dropLast(closing.count), as: UTF8.self)
    return start.hasSuffix(link) ? nil : "\(start) · \(link)</sub>\n"
  }
}
