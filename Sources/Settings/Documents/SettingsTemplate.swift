package import Model

/// Writes the file that `config init` gives: every key with its meaning, none of them in force.
package enum SettingsTemplate {
  /// The lines of a key that is in force begin without `# `.
  package static func text(
    setting values: [(path: String, value: JSONValue)] = []
  ) -> String {
    var lines = [
      "# Settings of RepoVitals. Every key is optional; a key after \"# \" shows its default",
      "# or an example. `vitals config validate` tells what is in force, and why.",
    ]
    var group: [Substring] = []
    for field in SettingsSchema.fields {
      guard let value = shownValue(of: field, values) else { continue }
      let parts = field.path.split(separator: ".")
      let groups = Array(parts.dropLast())
      let common = zip(group, groups).prefix { $0 == $1 }.count
      if common == 0, parts.count > 1 || groups.isEmpty { lines.append("") }
      for level in common..<max(common, groups.count) {
        lines.append(indent(level) + "\(groups[level]):")
      }
      group = groups
      let margin = indent(groups.count)
      lines += wrap(field.summary, width: 96 - margin.utf8.count).map { "\(margin)## \($0)" }
      let mark = values.contains { $0.path == field.path } ? "" : "# "
      lines.append("\(margin)\(mark)\(parts[parts.count - 1]): \(YAMLText.flow(value))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func shownValue(
    of field: Field<Settings>,
    _ values: [(path: String, value: JSONValue)]
  ) -> JSONValue? {
    if let given = values.first(where: { $0.path == field.path }) { return given.value }
    if let sample = field.sample { return sample }
    let value = field.encode(Settings())
    guard value != .null else { return .none }
    return value
  }

  private static func indent(_ level: Int) -> String { String(repeating: "  ", count: level) }

  private static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
