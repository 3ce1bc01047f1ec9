/// The texts of `--help`, made from the tables.
enum HelpText {
  static func program() -> String {
    let commands = CommandTable.available.map { ($0.name, $0.summary) }
    let statuses = ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) }
    return page([
      "vitals tells how healthy GitHub repositories are, what changed, and what to do about it.",
      section("Usage", ["vitals COMMAND [options]"]),
      section("Commands", columns(commands)),
      section("Options of every command", columns(rows(OptionDescription.common))),
      section("Exit status", columns(statuses)),
      section("Example", ["vitals run --repo octo-org/octo-repo"]),
      "`vitals COMMAND --help` tells more of a command; `vitals --version` tells the version.",
    ])
  }

  static func command(_ command: CommandDescription) -> String {
    var parts = [
      "vitals \(command.name): \(command.summary)",
      section("Usage", [command.usage]),
    ]
    if !command.options.isEmpty {
      parts.append(section("Options", columns(rows(command.options))))
    }
    parts.append(section("Options of every command", columns(rows(command.commonOptions))))
    parts.append(section("Example", [command.example]))
    return page(parts)
  }

  private static func page(_ parts: [String]) -> String {
    parts.joined(separator: "\n\n") + "\n"
  }

  private static func section(_ title: String, _ lines: [String]) -> String {
    ([title + ":"] + lines.map { "  \($0)" }).joined(separator: "\n")
  }

  private static func rows(_ options: [OptionDescription]) -> [(String, String)] {
    options.map { ($0.usage, $0.summary) }
  }

  /// Two columns, the second of which begins in the same place on every line.
  private static func columns(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { left, right in
      left + String(repeating: " ", count: width - left.count + 2) + right
    }
  }
}
