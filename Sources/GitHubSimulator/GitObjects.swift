import FoundationEssentials
import Model

/// What was written through the Git data interface: objects by name, and branches.
///
/// Names are counted, not hashed: nobody here compares them with Git's.
struct GitObjects: Sendable {
  var branches: [String: String] = [:]
  private var blobs: [String: [UInt8]] = [:]
  private var trees: [String: [TreeRow]] = [:]
  private var commits: [String: Commit] = [:]

  struct TreeRow: Decodable, Sendable {
    var path: String
    var sha: String?
    var content: String?
  }

  private struct Commit: Decodable, Sendable {
    var message: String
    var tree: String
  }

  private var count = 0

  private mutating func freeName() -> String {
    count += 1
    let number = String(count, radix: 16)
    return String(repeating: "0", count: 40 - number.count) + number
  }

  /// The content of a file.
  func blob(_ name: String) -> [UInt8]? { blobs[name] }

  /// The document of a tree.
  func tree(_ name: String) -> JSONValue? {
    trees[name]
      .map { rows in
        let rows = rows.map { row -> JSONValue in
          ["path": .string(row.path), "type": "blob", "sha": JSONValue(row.sha)]
        }
        return ["sha": .string(name), "tree": .array(rows)]
      }
  }

  /// The document of a branch with its tip.
  func branch(_ name: String) -> JSONValue? {
    guard let tip = branches[name], let commit = commits[tip] else { return nil }
    return [
      "name": .string(name),
      "commit": [
        "sha": .string(tip),
        "commit": ["message": .string(commit.message), "tree": ["sha": .string(commit.tree)]],
      ],
    ]
  }

  /// Keeps an object as it was sent, and gives its name; nil when it is none.
  mutating func add(_ kind: String, _ request: LoopbackServer.Request) -> String? {
    struct Blob: Decodable { var content: String }
    struct Tree: Decodable { var tree: [TreeRow] }
    let name = freeName()
    switch kind {
    case "blobs":
      let content = request.decoded(Blob.self).flatMap { Data(base64Encoded: $0.content) }
      guard let content else { return nil }
      blobs[name] = Array(content)
    case "trees":
      guard let tree = request.decoded(Tree.self) else { return nil }
      trees[name] = tree.tree.map { row in
        guard let content = row.content else { return row }
        let blob = freeName()
        blobs[blob] = Array(content.utf8)
        return TreeRow(path: row.path, sha: blob)
      }
    case "commits":
      guard let commit = request.decoded(Commit.self), trees[commit.tree] != nil else { return nil }
      commits[name] = commit
    default: return nil
    }
    return name
  }

  /// Whether a branch may point there.
  func isCommit(_ name: String) -> Bool { commits[name] != nil }
}
