package import Model
import YAML

/// One key of a group: its name, its meaning and where its value goes.
package struct Field<Root: Sendable>: Sendable {
  /// The key with the groups around it, as in `alerts.health_drop.points`.
  package let path: String
  /// One sentence or two for a person.
  package let summary: String
  /// What the value may be, as it follows "must be".
  package let phrase: String
  /// The JSON Schema of the value.
  package let schema: JSONValue
  /// A value to show where there is no default.
  package let sample: JSONValue?

  /// Whether the value is a list.
  var isList: Bool {
    guard case .object(let members) = schema else { return false }
    return members.contains(.init("type", "array"))
  }

  /// Whether a value was set.
  let read: @Sendable (YAMLNode, Place, inout Reading, inout Root) -> Bool
  /// The value as it would stand in a file; `null` when there is none.
  let encode: @Sendable (Root) -> JSONValue

  init<Value>(
    _ path: String,
    _ kind: Kind<Value>,
    _ member: any WritableKeyPath<Root, Value> & Sendable,
    sample: JSONValue? = nil,
    _ summary: String
  ) {
    self.path = path
    self.summary = summary
    self.sample = sample
    phrase = kind.phrase
    schema = kind.schema
    read = { node, place, reading, root in
      guard let value = kind.read(node, place, &reading) else { return false }
      root[keyPath: member] = value
      return true
    }
    encode = { kind.encode($0[keyPath: member]) }
  }
}
