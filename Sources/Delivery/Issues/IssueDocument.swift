package import Model

/// A document as it is to stand in an issue of the tool.
package struct IssueDocument: Hashable, Sendable {
  /// What tells the tool's issues apart; also the first line of ``body``.
  package var marker: OwnMarker
  /// That of an issue which is opened for it.
  package var title: String
  package var body: String
  /// The first is the one the tool finds its issues by.
  package var labels: [String]

  package init(marker: OwnMarker, title: String, body: String, labels: [String]) {
    self.marker = marker
    self.title = title
    self.body = body
    self.labels = labels
  }
}

extension IssueDocument {
  /// Whether an issue with a body shows this document already, whoever wrote its footer.
  ///
  /// The footer names the run that wrote it, which alone is no news; a title is written once.
  package func isShown(by body: String) -> Bool {
    Self.comparable(body) == Self.comparable(self.body)
  }

  /// A body without its footer, with the line ends that GitHub may have changed made equal.
  static func comparable(_ body: String) -> [UInt8] {
    var text = Array(body.utf8).filter { $0 != UInt8(ascii: "\r") }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    let lineStart = text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard text[lineStart...].starts(with: "<sub>".utf8) else { return text }
    return Array(text[..<lineStart])
  }
}
