package import Model

/// A kind of store.
package enum StoreBackend: String, CaseIterable, Hashable, Sendable {
  case sqlite
  case postgresql
  case file
}

/// Where history is kept, as `--store` and `storage.connection_string` name it.
package enum StoreLocation: Sendable {
  case sqlite(path: String)
  /// The whole URL, in which a password may stand.
  case postgresql(url: Secret)
  case file(directory: String)

  /// Reads `sqlite:PATH`, `sqlite:///PATH` (relative, `sqlite:////PATH` absolute),
  /// `postgres://…`, `postgresql://…` or `file:DIR`; nil for anything else.
  package init?(_ text: String) {
    if let rest = text.rest(after: "sqlite:"), let path = Self.path(rest, dropping: "///") {
      self = .sqlite(path: path)
    } else if let rest = text.rest(after: "file:"), let path = Self.path(rest, dropping: "//") {
      self = .file(directory: path)
    } else if ["postgres://", "postgresql://"].contains(where: { text.rest(after: $0) != nil }) {
      self = .postgresql(url: Secret(text))
    } else {
      return nil
    }
  }

  package var backend: StoreBackend {
    switch self {
    case .sqlite: .sqlite
    case .postgresql: .postgresql
    case .file: .file
    }
  }

  /// A path may be bare; with slashes before it, it has all of `authority` and then its own.
  private static func path(_ text: Substring, dropping authority: String) -> String? {
    let path = text.hasPrefix("//") ? text.rest(after: authority) : text
    guard let path, !path.isEmpty, !path.utf8.contains(0) else { return nil }
    return String(path)
  }
}

extension StoreLocation: CustomStringConvertible {
  /// The location without a password.
  package var description: String {
    switch self {
    case .sqlite(let path): path.hasPrefix("/") ? "sqlite:///\(path)" : "sqlite:\(path)"
    case .postgresql: "postgresql://\(Secret(""))"
    case .file(let directory): "file:\(directory)"
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What follows `prefix`; nil when the text is no longer than it or begins otherwise.
  fileprivate func rest(after prefix: String) -> Substring? {
    guard hasPrefix(prefix), utf8.count > prefix.utf8.count else { return nil }
    return dropFirst(prefix.count)
  }
}
