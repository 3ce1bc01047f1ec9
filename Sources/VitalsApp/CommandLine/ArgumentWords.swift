import Model
import Settings

/// The arguments of a command, split into options and operands by its table.
struct ArgumentWords {
  let command: CommandDescription
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Takes `--option value`, `--option=value` and, after `--`, operands only.
  init(
    splitting arguments: ArraySlice<String>,
    for command: CommandDescription
  ) throws(UsageError) {
    self.command = command
    var rest = arguments
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      if word.hasPrefix("-"), word != "-" {
        try takeOption(word, &rest)
      } else {
        operands.append(word)
      }
    }
    if !has(.help) { try checkOperands() }
  }

  private mutating func takeOption(
    _ word: String,
    _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = word == "-h" ? "--help" : String(parts[0])
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      throw unknownOption(name)
    }
    guard values[name] == nil || option.isRepeatable else {
      throw UsageError("`\(name)` is given twice; keep one")
    }
    let inline = parts.count > 1 ? String(parts[1]) : nil
    guard let valueName = option.valueName else {
      guard inline == nil else { throw UsageError("`\(name)` takes no value") }
      values[name, default: []].append("")
      return
    }
    let next = rest.first.flatMap { $0.hasPrefix("--") ? nil : $0 }
    guard let value = inline ?? next, !value.isEmpty else {
      throw UsageError("`\(name)` needs a value: \(option.name) \(valueName)")
    }
    if inline == nil { rest.removeFirst() }
    values[name, default: []].append(value)
  }

  private func unknownOption(_ name: String) -> UsageError {
    let sentence = "`\(name)` is not an option of `vitals \(command.name)`"
    let near = Suggestion.nearest(to: name, among: command.allOptions.map(\.name))
    let advice = near.map { "did you mean `\($0)`?" }
    return UsageError("\(sentence); \(advice ?? "`vitals \(command.name) --help` lists them")")
  }

  private func checkOperands() throws(UsageError) {
    guard let operand = command.operand else {
      guard let word = operands.first else { return }
      throw UsageError("`vitals \(command.name)` has no use for `\(word)`; remove it")
    }
    if operand.isRequired, operands.isEmpty {
      throw UsageError("`vitals \(command.name)` needs a \(operand.name)")
    }
    if !operand.isRepeatable, operands.count > 1 {
      throw UsageError("`vitals \(command.name)` has no use for `\(operands[1])`; remove it")
    }
  }
}

extension ArgumentWords {
  func has(_ option: OptionDescription) -> Bool { values[option.name] != nil }
  func value(of option: OptionDescription) -> String? { values[option.name]?.last }
  func values(of option: OptionDescription) -> [String] { values[option.name] ?? [] }

  /// The options that set a key of the settings, in the order of the table.
  var flags: [Flag] {
    command.allOptions.compactMap { option in
      guard let path = option.settingsPath, let values = values[option.name] else { return nil }
      return Flag(option.name, sets: path, to: values)
    }
  }

  /// The value of an option as something else than text; nil when the option is not given.
  func parse<Value>(
    _ option: OptionDescription,
    _ phrase: String,
    _ read: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = value(of: option) else { return nil }
    guard let value = read(text) else { throw refusal(of: text, for: option, phrase) }
    return value
  }

  func refusal(of text: String, for option: OptionDescription, _ phrase: String) -> UsageError {
    UsageError("`\(option.name)` must be \(phrase), not `\(text)`")
  }

  func day(_ option: OptionDescription) throws(UsageError) -> Day? {
    try parse(option, "a day, as in 2026-03-31") { Day($0) }
  }

  /// The days of `--from` and `--to`, which stand in their order.
  func span() throws(UsageError) -> (from: Day?, to: Day?) {
    let (from, to) = (try day(.from), try day(.to))
    if let from, let to, from > to {
      throw UsageError("`--from` \(from) is later than `--to` \(to); exchange them")
    }
    return (from, to)
  }

  /// A whole number above zero.
  func count(_ option: OptionDescription) throws(UsageError) -> Int? {
    try parse(option, "a whole number above 0") { text in
      Int(text).flatMap { $0 > 0 ? $0 : nil }
    }
  }

  func choice<Word: CaseIterable & RawRepresentable>(
    _ option: OptionDescription
  ) throws(UsageError) -> Word? where Word.RawValue == String {
    try parse(option, Self.list(Word.self)) { Word(rawValue: $0) }
  }

  func operandChoice<Word: CaseIterable & RawRepresentable>() throws(UsageError) -> Word?
  where Word.RawValue == String {
    guard let word = operands.first else { return nil }
    guard let choice = Word(rawValue: word) else {
      let words = Self.list(Word.self)
      throw UsageError("`vitals \(command.name)` takes \(words), not `\(word)`")
    }
    return choice
  }

  private static func list<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> String
  where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
