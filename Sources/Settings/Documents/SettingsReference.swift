import Model

/// Writes the page of the documentation that lists every key.
package enum SettingsReference {
  /// Markdown: a heading and a table for each section.
  package static func markdown() -> String {
    var lines = [
      "# All keys",
      "",
      "Every key of the settings, made from the program's own table. "
        + "[What they are for](configuration.md), and which of them "
        + "[have no effect yet](configuration.md#what-has-no-effect-yet).",
    ]
    var section: Substring = ""
    for field in SettingsSchema.fields {
      let first = field.path.prefix { $0 != "." }
      if first != section {
        section = first
        lines += [
          "", "## `\(first)`", "", "| key | value | default | meaning |", "|---|---|---|---|",
        ]
      }
      let value = field.encode(Settings())
      let standard = value == .null ? "" : "`\(YAMLText.flow(value))`"
      let cells = ["`\(field.path)`", field.phrase, standard, field.summary].map(escape)
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A bar ends a cell, and a star begins emphasis outside code.
  private static func escape(_ cell: String) -> String {
    var output: [UInt8] = []
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "*") && !cell.hasPrefix("`") {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
