package import GitHub

/// What is to be done so that a branch holds a store.
package enum BackupPlan: Hashable, Sendable {
  /// The branch knows all of it already.
  case keep
  case create
  case replace
  /// The branch is somebody's; it is never written over.
  case refuse
}

extension BackupPlan {
  /// Derives the plan from the digest of the store's content and the branch as it is.
  package init(for content: String, at head: BranchHead?) {
    guard let head else {
      self = .create
      return
    }
    switch Self.content(in: head.message) {
    case nil: self = .refuse
    case content: self = .keep
    default: self = .replace
    }
  }

  /// Whether the program wrote what a branch holds.
  package static func isOurs(_ head: BranchHead) -> Bool { content(in: head.message) != nil }

  /// The message of the branch's only commit, by whose last line the branch is recognised.
  static func message(_ copy: StoreCopy) -> String {
    """
    Keep a copy of the store of \(copy.writtenAt)

    RepoVitals replaces this commit after a run in which it learned something.

    \(trailer)\(copy.content)
    """
  }

  /// The digest in a message of ours; nil in any other.
  static func content(in message: String) -> String? {
    let last = message.split(separator: "\n").last ?? ""
    guard last.hasPrefix(trailer) else { return nil }
    return String(last.dropFirst(trailer.count))
  }

  private static let trailer = "Vitals-Content: "
}
