package import Model

/// Writes fields as a JSON Schema, with which editors complete and check a file.
///
/// Source: https://json-schema.org/draft/2020-12/json-schema-validation
package enum JSONSchema {
  /// The schema of the whole file.
  package static func document() -> JSONValue {
    guard case .object(let members) = object(of: SettingsSchema.fields, blank: Settings()) else {
      return .null
    }
    let head: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", "RepoVitals settings"),
    ]
    return .object(head + members)
  }

  static func object<Root>(
    of fields: [Field<Root>],
    blank: Root? = nil,
    required: [String] = []
  ) -> JSONValue {
    object(fields.map { ($0.path, member($0, blank: blank)) }, required: required)
  }

  /// Keys with a common first part become one group.
  private static func object(
    _ members: [(path: String, schema: JSONValue)],
    required: [String] = []
  ) -> JSONValue {
    var properties: [JSONValue.Member] = []
    for (name, members) in members.groupedByFirstPart {
      let leaf = members.first { $0.path.isEmpty }?.schema
      properties.append(.init(name, leaf ?? object(members)))
    }
    var schema: [JSONValue.Member] = [
      .init("type", "object"),
      .init("properties", .object(properties)),
      .init("additionalProperties", false),
    ]
    if !required.isEmpty {
      schema.append(.init("required", .array(required.map(JSONValue.string))))
    }
    return .object(schema)
  }

  private static func member<Root>(_ field: Field<Root>, blank: Root?) -> JSONValue {
    guard case .object(var members) = field.schema else { return field.schema }
    members.insert(.init("description", .string(field.summary)), at: 0)
    if let blank, case let value = field.encode(blank), value != .null {
      members.append(.init("default", value))
    }
    return .object(members)
  }
}

extension [(path: String, schema: JSONValue)] {
  /// The members by the first part of their path, with the rest of it; in the order they stand in.
  fileprivate var groupedByFirstPart: [(name: String, members: Self)] {
    var groups: [(name: String, members: Self)] = []
    for member in self {
      let parts = member.path.split(separator: ".", maxSplits: 1).map(String.init)
      let rest = (path: parts.count > 1 ? parts[1] : "", schema: member.schema)
      if groups.last?.name == parts[0] {
        groups[groups.count - 1].members.append(rest)
      } else {
        groups.append((parts[0], [rest]))
      }
    }
    return groups
  }
}
