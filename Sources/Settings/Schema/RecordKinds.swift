import Model
import YAML

extension Kind {
  /// A group of keys that is one value, as in a list of such groups.
  ///
  /// Reading begins with `blank`; the keys `required` must be written.
  static func record(
    _ phrase: String,
    blank: Value,
    fields: [Field<Value>],
    required: [String]
  ) -> Kind {
    Kind(
      phrase: phrase,
      schema: JSONSchema.object(of: fields, required: required),
      encode: { value in .object(fields.map { .init($0.path, $0.encode(value)) }) },
      read: { node, place, reading in
        var value = blank
        guard case .mapping = node.content else {
          reading.expect(phrase, for: place, found: node.kindName, at: node.mark)
          return nil
        }
        var reader = FieldReader(fields, prefix: "\(place.path)[].")
        let faultsBefore = reading.diagnostics.count
        reader.read(node, into: &value, &reading)
        let missing = required.filter { name in !reader.found.contains { $0.path == name } }
        guard missing.isEmpty else {
          // A key whose fault was told just now is not missing as well.
          if reading.diagnostics.count == faultsBefore {
            reading.report("\(place) needs \(missing.joined(separator: " and "))", at: node.mark)
          }
          return nil
        }
        return value
      }
    )
  }
}

extension Kind where Value == Plugin {
  static let plugin = Kind.record(
    "a group with name and run",
    blank: Plugin(),
    fields: [
      Field("name", .text, \.name, "The name of the metric."),
      Field("run", .text, \.command, "The program, with its arguments."),
      Field("every", .choice, \.interval, "How often it runs."),
    ],
    required: ["name", "run"]
  )
}

extension Kind where Value == Organization {
  /// A login, or a group with more to say.
  static let organization: Kind = {
    let phrase = "the login of an organization, or a group with name"
    let record = Kind.record(
      phrase,
      blank: Organization(name: ""),
      fields: [
        Field("name", .login, \.name, "The login."),
        Field("include", .names, \.include, "Names of repositories; without it, all."),
        Field("exclude", .names, \.exclude, "Names of repositories to leave out."),
        Field("archived", .flag, \.includesArchived, "Whether archived ones count."),
        Field("forks", .flag, \.includesForks, "Whether forks count."),
      ],
      required: ["name"]
    )
    return Kind(
      phrase: phrase,
      schema: ["anyOf": [Kind<String>.login.schema, record.schema]],
      encode: { $0 == Organization(name: $0.name) ? .string($0.name) : record.encode($0) },
      read: { node, place, reading in
        guard case .scalar = node.content else { return record.read(node, place, &reading) }
        return Kind<String>.login.read(node, place, &reading).map { Organization(name: $0) }
      }
    )
  }()
}

extension Kind where Value == [Glob] {
  /// A list of patterns.
  static let names = Kind<Glob>.glob.list(noun: "a name")
}
