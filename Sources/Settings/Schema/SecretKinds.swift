import Model
import YAML

extension Kind where Value == Secret {
  /// A text that is never shown.
  static let secret = Kind.confidential("a text") { _ in true }

  /// A web address that is never shown, because it may carry a key.
  static let secretURL = Kind.confidential("a web address that begins with https://") { text in
    ["https://", "http://"].contains { text.hasPrefix($0) && text.utf8.count > $0.utf8.count }
  }

  /// A secret of which a message never shows any part; white space at its edges falls away.
  private static func confidential(
    _ phrase: String,
    accepting accepts: @escaping @Sendable (String) -> Bool
  ) -> Kind {
    Kind(phrase: phrase, schema: ["type": "string"], encode: { .string($0.description) }) {
      node,
      place,
      reading in
      guard let text = reading.text(of: node, for: place, expecting: phrase) else { return nil }
      let edges = { (byte: UInt8) in byte <= 0x20 }
      let bytes = text.value.utf8.drop(while: edges).reversed().drop(while: edges).reversed()
      // An empty variable counts as one that is not set.
      guard !bytes.isEmpty else { return nil }
      let value = String(decoding: Array(bytes), as: UTF8.self)
      guard !bytes.contains(where: { $0 < 0x20 }), accepts(value) else {
        reading.report("\(place) must be \(phrase) on one line", at: node.mark)
        return nil
      }
      return Secret(value)
    }
  }
}

extension Kind where Value == Credential {
  static let token = Kind(
    phrase: "a token, best as a variable: `${NAME}`",
    schema: ["type": "string"],
    encode: { credential in
      switch credential {
      case .present(let secret): .string(secret.description)
      case .absent, .empty, .malformed: .null
      }
    },
    read: { node, place, reading in
      reading.variables = []
      guard let text = reading.text(of: node, for: place, expecting: "a token") else { return nil }
      if case .named(let name) = reading.source { return Credential(text.value, from: name) }
      return Credential(text.value, from: reading.variables.first ?? "`\(place.path)`")
    }
  )
}
