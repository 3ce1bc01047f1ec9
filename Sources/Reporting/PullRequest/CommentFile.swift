import CommonMark
import FoundationEssentials
package import Model

/// A comment on its way from a run that may not write to one that may.
///
/// The first run belongs to a fork, whose author can change whatever it writes. So nothing of the
/// file is posted that could not have come from the templates: ``problems(for:links:)``.
package struct CommentFile: Hashable, Sendable {
  package var repository: RepositoryID
  package var pull: Int
  /// The commit that the first run saw.
  package var head: String
  /// Nil when there is nothing to say.
  package var body: String?

  package init(repository: RepositoryID, pull: Int, head: String, body: String?) {
    self.repository = repository
    self.pull = pull
    self.head = head
    self.body = body
  }
}

extension CommentFile {
  private static let schema = "repo-vitals/comment/1"
  /// Bytes; a comment has about 2,000.
  private static let longest = 10_000

  package var text: String {
    let document: JSONValue = [
      "schema": .string(Self.schema),
      "repository": .int(repository.rawValue),
      "pull": .int(pull),
      "head": .string(head),
      "body": JSONValue(body),
    ]
    return JSONWriter.text(document, .init(isIndented: true)) + "\n"
  }

  /// Reads a file; nil when it is none of this form.
  package init?(_ bytes: [UInt8]) {
    struct Document: Decodable {
      var schema: String
      var repository: Int
      var pull: Int
      var head: String
      var body: String?
    }
    guard
      bytes.count < 4 * Self.longest,
      let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)),
      document.schema == Self.schema
    else { return nil }
    self.init(
      repository: RepositoryID(rawValue: document.repository),
      pull: document.pull,
      head: document.head,
      body: document.body
    )
  }

  /// Why the text must not be posted, one sentence each; empty when it may.
  package func problems(for repository: RepositoryID, links: Links) -> [String] {
    guard repository == self.repository else { return ["It is about another repository."] }
    guard let body else { return [] }
    var problems: [String] = []
    if body.utf8.count > Self.longest { problems.append("It is too long.") }
    let marker = OwnMarker.pullComment(on: pull, of: repository).text
    if !body.utf8.starts(with: "\(marker)\n".utf8) {
      problems.append("It does not begin with the marker of its pull request.")
    }
    problems += MarkdownLint.findings(in: body, rules: MarkdownLint.structure + [.mentions])
      .map(\.diagnostic.message)
    guard let tree = try? CommonMark.parse(body) else { return problems }
    return problems + Self.strangers(in: tree, links: links)
  }

  /// What no template of a comment writes.
  private static func strangers(in tree: MarkdownNode, links: Links) -> [String] {
    var found: [String] = []
    tree.walk { node in
      switch node.kind {
      case .link where !links.isPage(node.url): found.append("It links to \(node.url).")
      case .image, .heading, .codeBlock, .blockQuote, .taskItem:
        found.append("It holds a \(node.kind.rawValue.replacing("_", with: " ")).")
      case .htmlBlock, .htmlInline:
        if !isOwn(node.literal) { found.append("It holds HTML of its own.") }
      default: break
      }
    }
    return found
  }

  private static func isOwn(_ html: String) -> Bool {
    let lines = html.split(separator: "\n")
    let known = ["<details>", "<summary>About this project</summary>", "</details>"]
    return lines.allSatisfy { line in
      let isComment =
        line.hasPrefix("<!-- repo-vitals:")
        && Array(line.utf8).offset(of: "-->") == line.utf8.count - 3
      return isComment || known.contains(String(line)) || ["<sub>", "</sub>"].contains(line)
    }
  }
}
