package import Model

/// A token as it was given, which may be missing or unusable.
package enum Credential: Sendable {
  case present(Secret)
  /// Nothing names one; `variable` is where it would be looked for.
  case absent(variable: String)
  /// What names one holds nothing, as a secret that a workflow does not have; `source` is its name.
  case empty(source: String)
  /// Something was given that cannot be a token; the sentence says why and holds no part of it.
  case malformed(String)

  /// Trims the edges of `text`, where a secret pasted with its line break has white space.
  ///
  /// A break inside would cut a request's headers, so only visible ASCII is let through.
  ///
  /// - Parameters:
  ///   - text: The value as it was given.
  ///   - source: The variable or key that holds it, for the sentence.
  package init(_ text: String, from source: String) {
    let bytes = text.utf8
    let edges = { (byte: UInt8) in byte <= 0x20 }
    let token = bytes.drop(while: edges).reversed().drop(while: edges).reversed()
    if token.isEmpty {
      self = .empty(source: source)
    } else if token.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      self = .malformed("\(source) has a line break inside; paste the token as one line")
    } else if !token.allSatisfy({ (0x21...0x7E).contains($0) }) {
      self = .malformed(
        "\(source) holds a space or a character that no token has; paste the token again"
      )
    } else {
      self = .present(Secret(String(decoding: Array(token), as: UTF8.self)))
    }
  }

  /// The token, or why there is none.
  package func token() throws(CredentialError) -> Secret {
    switch self {
    case .present(let secret): return secret
    case .absent(let variable):
      throw CredentialError("no token was given; set \(variable) to one")
    case .empty(let source):
      throw CredentialError("\(source) is empty; give it the value of a token")
    case .malformed(let sentence): throw CredentialError(sentence)
    }
  }
}

/// Why no request can be signed; the program ends with the status for credentials.
package struct CredentialError: Error, Hashable, CustomStringConvertible {
  /// One sentence without any part of the token.
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
