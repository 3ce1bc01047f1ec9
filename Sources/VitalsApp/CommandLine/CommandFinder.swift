import Settings

/// Finds the command that the first words of a command line name.
enum CommandFinder {
  /// The command and what stands after its name.
  static func find(
    in arguments: [String]
  ) throws(UsageError) -> (CommandDescription, rest: ArraySlice<String>) {
    guard let first = arguments.first else {
      throw UsageError("no command is given; `vitals --help` lists them")
    }
    guard !first.hasPrefix("-") else {
      throw UsageError("a command must stand before `\(first)`; `vitals --help` lists them")
    }
    for length in [2, 1] where arguments.count >= length {
      let name = arguments.prefix(length).joined(separator: " ")
      guard let command = CommandTable.commands.first(where: { $0.name == name }) else { continue }
      guard command.isAvailable else {
        throw UsageError("`vitals \(name)` is not part of this version")
      }
      return (command, arguments.dropFirst(length))
    }
    throw unknown(first, second: arguments.dropFirst().first)
  }

  private static func unknown(_ first: String, second: String?) -> UsageError {
    let members = CommandTable.members(of: first)
    guard members.isEmpty else {
      let choice = members.joined(separator: ", ")
      guard let second, !second.hasPrefix("-") else {
        return UsageError("`vitals \(first)` needs one of: \(choice)")
      }
      return error("`vitals \(first) \(second)` is not a command", near: second, members) {
        "vitals \(first) \($0)"
      }
    }
    // The first words of `config validate` and its like are suggested, too.
    let names = CommandTable.available.compactMap { $0.name.split(separator: " ").first }
    return error("`vitals \(first)` is not a command", near: first, names.map(String.init)) {
      "vitals \($0)"
    }
  }

  private static func error(
    _ sentence: String,
    near word: String,
    _ words: [String],
    _ spell: (String) -> String
  ) -> UsageError {
    guard let near = Suggestion.nearest(to: word, among: words) else {
      return UsageError("\(sentence); `vitals --help` lists them")
    }
    return UsageError("\(sentence); did you mean `\(spell(near))`?")
  }
}
