import Model

extension Removal.Row {
  /// The kind of row, as a store writes it.
  package enum Kind: String, CaseIterable, Sendable {
    case comment
    case commit
    case fork
    case item
    case release
    case review
  }

  package var kind: Kind {
    switch self {
    case .comment: .comment
    case .commit: .commit
    case .fork: .fork
    case .item: .item
    case .release: .release
    case .review: .review
    }
  }

  /// What tells the row from others of its kind in one repository.
  package var key: String {
    switch self {
    case .item(let id), .release(let id), .comment(let id), .review(let id): String(id)
    case .fork(let id): id
    case .commit(let oid): oid
    }
  }

  /// The row with that kind and key; nil when the key is none of its kind.
  package init?(kind: Kind, key: String) {
    switch (kind, Int(key)) {
    case (.commit, _): self = .commit(oid: key)
    case (.fork, _): self = .fork(id: key)
    case (.item, let id?): self = .item(number: id)
    case (.release, let id?): self = .release(id: id)
    case (.comment, let id?): self = .comment(id: id)
    case (.review, let id?): self = .review(id: id)
    case (_, nil): return nil
    }
  }
}
