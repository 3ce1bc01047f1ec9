import FoundationEssentials
import HTTP
package import Model
import Resilience

/// A branch with the commit at its tip.
package struct BranchHead: Hashable, Sendable {
  package var commit: String
  package var tree: String
  package var message: String

  package init(commit: String, tree: String, message: String) {
    self.commit = commit
    self.tree = tree
    self.message = message
  }
}

/// A file of a tree, by the hash of its content.
package struct TreeFile: Hashable, Sendable {
  package var path: String
  package var blob: String

  package init(path: String, blob: String) {
    self.path = path
    self.blob = blob
  }
}

/// A file of a tree that is to be made.
package struct TreeDraft: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// The hash of what was sent before.
    case blob(String)
    case text(String)
  }

  package var path: String
  package var content: Content

  package init(path: String, _ content: Content) {
    self.path = path
    self.content = content
  }
}

/// Git's objects, through which a branch is written without a clone.
///
/// Objects are named after their content, so sending one twice does no harm. Writing needs
/// Contents: write. https://docs.github.com/rest/git
extension GitHubAPI {
  /// The tip of a branch; nil when there is none, or the token may not see it.
  ///
  /// https://docs.github.com/rest/branches/branches#get-a-branch
  package func branch(
    _ name: String,
    in repository: RepositoryName
  ) async throws -> BranchHead? {
    do {
      let reply: RESTPage<BranchReply> = try await page(
        url(path(repository, "branches", name)),
        headers: ["Cache-Control": "no-cache"],
        priority: .delivery
      )
      let commit = reply.payload.commit
      return BranchHead(
        commit: commit.sha,
        tree: commit.commit.tree.sha,
        message: commit.commit.message
      )
    } catch let failure as APIFailure where failure.failureClass == .notFound {
      return nil
    }
  }

  /// The files at the top of a tree.
  ///
  /// https://docs.github.com/rest/git/trees#get-a-tree
  package func files(
    ofTree tree: String,
    in repository: RepositoryName
  ) async throws -> [TreeFile] {
    let reply: RESTPage<TreeReply> = try await page(
      url(path(repository, "git", "trees", tree)),
      headers: Self.fresh,
      priority: .delivery
    )
    return reply.payload.tree.filter { $0.type == "blob" }
      .map { TreeFile(path: $0.path, blob: $0.sha) }
  }

  /// The content of a file.
  ///
  /// https://docs.github.com/rest/git/blobs#get-a-blob; up to 100 MB.
  package func blob(_ hash: String, in repository: RepositoryName) async throws -> [UInt8] {
    var headers = Self.fresh
    headers["Accept"] = "application/vnd.github.raw+json"
    let url = url(path(repository, "git", "blobs", hash))
    return try await send(Request(.get, url, headers: headers, priority: .delivery)).body
  }

  /// Sends the content of a file, and gives its hash.
  ///
  /// https://docs.github.com/rest/git/blobs#create-a-blob
  package func createBlob(
    _ bytes: [UInt8],
    in repository: RepositoryName
  ) async throws -> String {
    try await create(
      "blobs",
      ["content": .string(Data(bytes).base64EncodedString()), "encoding": "base64"],
      in: repository
    )
  }

  /// Makes a tree of plain files alone, and gives its hash.
  ///
  /// https://docs.github.com/rest/git/trees#create-a-tree
  package func createTree(
    _ files: [TreeDraft],
    in repository: RepositoryName
  ) async throws -> String {
    let rows = files.map { file in
      let content: JSONValue.Member =
        switch file.content {
        case .blob(let hash): .init("sha", .string(hash))
        case .text(let text): .init("content", .string(text))
        }
      return JSONValue.object([
        .init("path", .string(file.path)), .init("mode", "100644"), .init("type", "blob"), content,
      ])
    }
    return try await create("trees", ["tree": .array(rows)], in: repository)
  }

  /// Makes a commit without a parent, and gives its hash.
  ///
  /// https://docs.github.com/rest/git/commits#create-a-commit
  package func createRootCommit(
    _ message: String,
    tree: String,
    in repository: RepositoryName
  ) async throws -> String {
    try await create(
      "commits",
      ["message": .string(message), "tree": .string(tree), "parents": []],
      in: repository
    )
  }

  /// Lets a branch begin at a commit; one that is there already is moved.
  ///
  /// https://docs.github.com/rest/git/refs#create-a-reference
  package func createBranch(
    _ name: String,
    at commit: String,
    in repository: RepositoryName
  ) async throws {
    let request = Request(
      .post,
      url(path(repository, "git", "refs")),
      headers: ["Content-Type": "application/json"],
      body: JSONWriter.bytes(["ref": .string("refs/heads/\(name)"), "sha": .string(commit)]),
      isSafeToRepeat: true,
      priority: .delivery
    )
    guard try await send(request, accepting: [422]).status == 422 else { return }
    try await moveBranch(name, to: commit, in: repository)
  }

  /// Moves a branch to a commit that need not follow the one before.
  ///
  /// https://docs.github.com/rest/git/refs#update-a-reference
  package func moveBranch(
    _ name: String,
    to commit: String,
    in repository: RepositoryName
  ) async throws {
    let _: ReferenceReply = try await write(
      .patch,
      url(path(repository, "git", "refs", "heads", name)),
      ["sha": .string(commit), "force": true]
    )
  }

  /// What is to be compared must not come from the cache, and is too large to stay in the store.
  private static let fresh: Headers = ["Cache-Control": "no-store"]

  private func create(
    _ kind: String,
    _ document: JSONValue,
    in repository: RepositoryName
  ) async throws -> String {
    let object: ObjectReply = try await write(
      .post,
      url(path(repository, "git", kind)),
      document,
      isSafeToRepeat: true
    )
    return object.sha
  }
}

private struct ObjectReply: Decodable {
  var sha: String
}

private struct ReferenceReply: Decodable {
  var ref: String
}

private struct BranchReply: Decodable {
  struct Tip: Decodable {
    var sha: String
    var commit: Commit
  }

  struct Commit: Decodable {
    var message: String
    var tree: ObjectReply
  }

  var commit: Tip
}

private struct TreeReply: Decodable {
  struct Row: Decodable {
    var path: String
    var type: String
    var sha: String
  }

  var tree: [Row]
}
