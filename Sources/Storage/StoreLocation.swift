/// Where a store lies, as `--store` and the settings name it.
package enum StoreLocation: Hashable, Sendable {
  /// A file, relative to the working directory unless it begins with `/`.
  case sqlite(path: String)

  /// Reads `sqlite:PATH`, `sqlite:///PATH` (relative), `sqlite:////PATH` (absolute) or a path.
  ///
  /// - Throws: One sentence; it never repeats an address, which may hold a password.
  package init(_ text: String) throws(StoreLocationError) {
    guard let (scheme, rest) = text.splitScheme() else {
      self = try .file(text)
      return
    }
    switch scheme {
    case "sqlite", "sqlite3": self = try .sqlite(rest)
    case "postgres", "postgresql": throw .notAvailable("PostgreSQL")
    case "file": throw .notAvailable("Compressed files")
    default: throw .unknownScheme(scheme)
    }
  }

  private static func sqlite(_ rest: String) throws(StoreLocationError) -> StoreLocation {
    if rest.hasPrefix("///") { return try file(String(rest.dropFirst(3))) }
    guard !rest.hasPrefix("//") else { throw .host }
    return try file(rest)
  }

  private static func file(_ path: String) throws(StoreLocationError) -> StoreLocation {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .noPath }
    return .sqlite(path: path)
  }
}

/// Why a store's location cannot be used.
package enum StoreLocationError: Error, Hashable, Sendable {
  /// A back end that the product knows but this build does not hold, by its name in a sentence.
  case notAvailable(String)
  case unknownScheme(String)
  case noPath
  case host
}

extension StoreLocationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAvailable(let backend):
      "\(backend) as a store is not available in this build; use sqlite:PATH."
    case .unknownScheme(let scheme):
      "There is no kind of store called \(scheme):; use sqlite:PATH."
    case .noPath:
      "The store has no path; write it as in sqlite:vitals.sqlite."
    case .host:
      "A SQLite store has no host; write sqlite:///PATH for a relative path or sqlite:////PATH "
        + "for an absolute one."
    }
  }
}

extension String {
  /// The lower-cased letters before the first colon and what follows it; nil when they are no
  /// scheme, as in `./a:b`.
  fileprivate func splitScheme() -> (scheme: String, rest: String)? {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = utf8[..<colon]
    let isScheme = scheme.allSatisfy { byte in
      let scalar = Unicode.Scalar(byte)
      return scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789+-".unicodeScalars.contains(scalar))
    }
    guard isScheme, !scheme.isEmpty else { return nil }
    return (String(self[..<colon]).lowercased(), String(self[utf8.index(after: colon)...]))
  }
}
