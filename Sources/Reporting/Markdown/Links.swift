package import Model

/// Where the links of a report lead.
package struct Links: Hashable, Sendable {
  /// The account that publishes the program; its repository holds the documentation.
  package static let publisher = "OWNER"
  private static let documentation = "https://github.com/\(publisher)/repo-vitals/blob/v1/docs/"
  /// A title is cut at a word near this many characters.
  private static let titleLength = 60

  private let repository: RepositoryName
  /// False on an enterprise server, where no link may lead to github.com.
  private let isGitHub: Bool

  package init(server: String, repository: RepositoryName) {
    self.repository = repository
    isGitHub = server == "https://github.com" || server == "https://github.com/"
  }

  /// `#279 Title`, linked without leaving a reference on the item.
  ///
  /// GitHub documents redirect.github.com as the way to avoid backlinks; an enterprise server has
  /// none, so the number stands there as code.
  package func item(_ number: Int, _ kind: Item.Kind, title: String? = nil) -> Inline {
    let name = title.map { Self.shortened(MarkdownText.plain($0)) } ?? ""
    let tail: Inline = name.isEmpty ? "" : " " + .outside(name)
    guard isGitHub else { return .code("#\(number)") + tail }
    let path = kind == .pull ? "pull" : "issues"
    let host = "https://redirect.github.com"
    return .link(Inline("#\(number)") + tail, to: "\(host)/\(repository)/\(path)/\(number)")
  }

  /// One of the tool's own issues under words of its own; with its number on an enterprise server.
  package func issue(_ number: Int, _ words: String) -> Inline {
    guard isGitHub else { return "\(words) \(.code("#\(number)"))" }
    let url = "https://redirect.github.com/\(repository)/issues/\(number)"
    return .link(Inline(words), to: url)
  }

  /// A page of the documentation, plain text on an enterprise server.
  package func page(_ path: String, _ text: String) -> Inline {
    isGitHub ? .link(Inline(text), to: Self.documentation + path) : Inline(text)
  }

  /// Whether an address leads to the documentation, as ``page(_:_:)`` does.
  func isPage(_ url: String) -> Bool { isGitHub && url.hasPrefix(Self.documentation) }

  /// A page of the server itself.
  package func external(_ url: String?, _ text: String) -> Inline {
    url.map { .link(Inline(text), to: $0) } ?? Inline(text)
  }

  /// Cuts a title at a word and says so with `…`.
  static func shortened(_ title: String) -> String {
    guard title.count > titleLength else { return title }
    let start = title.prefix(titleLength)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return String(words.count > titleLength / 2 ? words : start) + "…"
  }
}
