/// Header fields in their order, found without regard to case.
package struct Headers: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One field with its name as it was written.
  package struct Field: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  package private(set) var fields: [Field] = []

  package init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0.0, value: $0.1) }
  }

  /// The first value of the field, nil when it is absent; setting replaces all of its values.
  package subscript(_ name: String) -> String? {
    get {
      fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
    set {
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
      if let newValue { append(name, newValue) }
    }
  }

  /// Adds a field and keeps those of the same name.
  package mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }
}
