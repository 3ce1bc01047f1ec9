package import GitHub
package import Model

/// The branch that holds the second copy of a store: one commit without a parent, replaced.
package struct DataBranch: Sendable {
  private let api: GitHubAPI
  private let repository: RepositoryName
  /// As in `vitals-data`.
  private let name: String

  package init(_ name: String, of repository: RepositoryName, api: GitHubAPI) {
    self.api = api
    self.repository = repository
    self.name = name
  }

  /// The tip of the branch; nil when there is none.
  package func head() async throws -> BranchHead? {
    try await api.branch(name, in: repository)
  }

  /// Puts a copy in place of the one before, after it was read back and compared.
  ///
  /// - Throws: ``CopyError`` when GitHub gives something else back, `APIFailure` when it refuses;
  ///   the branch is then as it was.
  package func write(_ copy: StoreCopy, isNew: Bool) async throws {
    let parts = try await send(copy.parts())
    guard try await join(parts) == copy.packed else {
      throw CopyError("GitHub gave back other bytes than it was sent")
    }
    let tree = try await api.createTree(
      parts.map { TreeDraft(path: $0.path, .blob($0.blob)) } + [
        TreeDraft(path: CopyManifest.fileName, .text(CopyManifest(copy).text)),
        TreeDraft(path: "README.md", .text(Self.readMe)),
      ],
      in: repository
    )
    let commit = try await api.createRootCommit(
      BackupPlan.message(copy),
      tree: tree,
      in: repository
    )
    if isNew {
      try await api.createBranch(name, at: commit, in: repository)
    } else {
      try await api.moveBranch(name, to: commit, in: repository)
    }
  }

  /// The copy at a tip of the branch, compared with its digest.
  ///
  /// - Throws: ``CopyError`` when it is no copy of ours, or not whole; `APIFailure`.
  package func read(_ head: BranchHead) async throws -> StoreCopy {
    let files = try await api.files(ofTree: head.tree, in: repository)
    let manifest = try await manifest(in: files)
    let parts = try manifest.parts.map { name in
      guard let part = files.first(where: { $0.path == name }) else {
        throw CopyError("the file \(name) is missing")
      }
      return part
    }
    let packed = try await join(parts)
    guard packed.count == manifest.size, SHA256.hexDigest(of: packed) == manifest.digest else {
      throw CopyError("its bytes do not match their digest")
    }
    return StoreCopy(
      content: manifest.content,
      packed: packed,
      writtenAt: manifest.writtenAt
    )
  }

  /// When the copy at a tip of the branch was written, by its manifest alone.
  package func writtenAt(_ head: BranchHead) async throws -> Timestamp {
    try await manifest(in: try await api.files(ofTree: head.tree, in: repository)).writtenAt
  }

  private func manifest(in files: [TreeFile]) async throws -> CopyManifest {
    guard
      let file = files.first(where: { $0.path == CopyManifest.fileName }),
      let manifest = CopyManifest(try await api.blob(file.blob, in: repository))
    else { throw CopyError("it has no \(CopyManifest.fileName) of a version that is known") }
    return manifest
  }

  private func send(
    _ parts: [(name: String, bytes: ArraySlice<UInt8>)]
  ) async throws -> [TreeFile] {
    var files: [TreeFile] = []
    for part in parts {
      let blob = try await api.createBlob(Array(part.bytes), in: repository)
      files.append(TreeFile(path: part.name, blob: blob))
    }
    return files
  }

  private func join(_ files: [TreeFile]) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files {
      try Task.checkCancellation()
      bytes += try await api.blob(file.blob, in: repository)
    }
    return bytes
  }

  private static let readMe = """
    # The history of this repository's vitals

    RepoVitals keeps a copy of its database here, in case the cache of its workflow is lost. The branch
    is one commit that is replaced, so it does not grow. Nothing is merged from it and nothing needs to
    be done with it; `vitals uninstall` deletes it.

    """
}

/// Why a copy cannot be trusted.
package struct CopyError: Error, Hashable, CustomStringConvertible {
  /// The end of a sentence.
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
