import Model
import YAML

/// What the values of a key are: how they are read, described and written.
struct Kind<Value: Sendable>: Sendable {
  /// What follows "must be", as in "a whole number from 1 to 100".
  var phrase: String
  /// The JSON Schema of a value.
  var schema: JSONValue
  /// The value as it would stand in a file; a secret as a placeholder.
  var encode: @Sendable (Value) -> JSONValue
  /// Nil when there is nothing to set: a variable is not set, or the fault was reported.
  var read: @Sendable (YAMLNode, Place, inout Reading) -> Value?
}

extension Kind {
  /// A kind that is one text, of which `parse` gives nil when it is no such value.
  static func scalar(
    _ phrase: String,
    schema: JSONValue,
    encode: @escaping @Sendable (Value) -> JSONValue,
    parse: @escaping @Sendable (String) -> Value?
  ) -> Kind {
    Kind(phrase: phrase, schema: schema, encode: encode) { node, place, reading in
      guard let text = reading.text(of: node, for: place, expecting: phrase) else { return nil }
      if let value = parse(text.value) { return value }
      let found = text.asWritten.isEmpty ? "empty" : "`\(text.asWritten.escapedForMessage)`"
      reading.expect(phrase, for: place, found: found, at: node.mark)
      return nil
    }
  }

  /// The kind with one word that stands for no value, as in `off`.
  func or(_ word: String) -> Kind<Value?> {
    let phrase = "\(phrase), or \(word)"
    return Kind<Value?>(
      phrase: phrase,
      schema: ["anyOf": [schema, ["const": .string(word)]]],
      encode: { $0.map(encode) ?? .string(word) },
      read: { node, place, reading in
        if case .scalar(let scalar) = node.content {
          // The word may come out of a variable, whose faults the other reading reports.
          var attempt = reading
          let text = attempt.text(of: node, for: place, expecting: phrase)
          if (text?.value ?? scalar.text) == word {
            reading = attempt
            return .some(nil)
          }
        }
        var place = place
        place.alternative = word
        return read(node, place, &reading).map(Optional.some)
      }
    )
  }

  /// The kind for a key that may be left out and has no default.
  var optional: Kind<Value?> {
    Kind<Value?>(
      phrase: phrase,
      schema: schema,
      encode: { $0.map(encode) ?? .null },
      read: { read($0, $1, &$2).map(Optional.some) }
    )
  }

  /// A list of values, each of this kind and named `noun` in messages.
  ///
  /// Of two values with the same `identity`, in any case, the second is left out with a note.
  func list(
    noun: String,
    identity: (@Sendable (Value) -> String)? = nil
  ) -> Kind<[Value]> {
    let phrase = "a list; each entry is \(phrase)"
    return Kind<[Value]>(
      phrase: phrase,
      schema: ["type": "array", "items": schema],
      encode: { .array($0.map(encode)) },
      read: { node, place, reading in
        guard case .sequence(let elements) = node.content else {
          reading.expect(phrase, for: place, found: node.kindName, at: node.mark)
          return nil
        }
        var list: [Value] = []
        var known: [String: String] = [:]
        for element in elements {
          guard !element.isEmpty else {
            reading.report("\(place.entry) is empty; write \(noun) or remove it", at: element.mark)
            continue
          }
          guard let value = read(element, place.entry, &reading) else { continue }
          if let identity {
            let text = identity(value)
            if let first = known.updateValue(text, forKey: text.lowercased()) {
              known[text.lowercased()] = first
              reading.report(
                "`\(place.path)` names \(first) again as \(text); it counts once",
                at: element.mark,
                as: .note
              )
              continue
            }
          }
          list.append(value)
        }
        return list
      }
    )
  }
}

extension YAMLNode {
  /// Whether an entry of a list holds nothing; the word `null` is somebody's login.
  fileprivate var isEmpty: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.text.isEmpty || scalar.isPlain && scalar.text == "~"
  }
}

extension String {
  /// The text without line breaks and other control characters, and not longer than a line.
  var escapedForMessage: String {
    let scalars = unicodeScalars.prefix(60)
      .map { scalar in
        scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .format
          ? "\u{FFFD}" : scalar
      }
    var text = String(String.UnicodeScalarView(scalars))
    if scalars.count < unicodeScalars.count { text += "…" }
    return text
  }
}
