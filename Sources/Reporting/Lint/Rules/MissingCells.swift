import CommonMark

/// The cells of a table in which a number should stand and none does.
struct MissingCells {
  private(set) var found: [(value: String, line: Int)] = []

  init(of table: MarkdownNode, in source: LintSource) {
    guard let header = table.children.first else { return }
    let rows = table.children.dropFirst()
      .compactMap { row in
        // Most rows hold no such word, and most tables no such row.
        row.children.contains { $0.mayMiss } ? row : nil
      }
    guard !rows.isEmpty else { return }
    let titles = header.children.map { $0.plainText.lowercased() }
    let isReference = titles.contains(where: MissingValue.isReference)
    for (column, title) in titles.enumerated() {
      let isNumeric = Self.isNumeric(column, of: table, in: source)
      for row in rows where row.children.indices.contains(column) && row.children[column].mayMiss {
        let cell = row.children[column]
        let label = column > 0 ? row.children.first?.plainText.lowercased() ?? "" : ""
        // What a column of values holds is told by the name beside it.
        let names = label + " " + title
        let isMeasured = MissingValue.isMeasured(names)
        guard cell.all(.code).isEmpty, !isReference || isMeasured,
          column > 0 || !MissingValue.isReference(title),
          let value = Self.value(
            in: cell,
            isNumeric: isNumeric || isMeasured,
            isFirst: column == 0,
            named: names
          )
        else { continue }
        found.append((value, cell.line))
      }
    }
  }

  private static func value(
    in cell: MarkdownNode,
    isNumeric: Bool,
    isFirst: Bool,
    named names: String
  ) -> String? {
    let text = Array(cell.plainText.utf8)[...].trimmed
    if let value = MissingValue.value(in: text) { return value }
    if ["Invalid Date", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"].contains(text.text) {
      return text.text
    }
    // Nobody writes these two for want of a word.
    if !isFirst, ["undefined", "NaN"].contains(text.text) { return text.text }
    guard isNumeric else { return nil }
    let word = text.drop { !$0.isWordByte }.prefix(while: \.isWordByte)
    let name = word.text
    // `NaN (+NaN)`, `undefined/100` and `nan(ind)`, but no sentence.
    let rest = text[word.endIndex...]
    guard rest.allSatisfy({ !$0.isLetter }) || rest.starts(with: "(ind)") || rest.contains("NaN")
    else { return nil }
    switch name {
    case "NaN", "nan", "undefined", "null", "nil": return name
    case "inf", "Infinity", "NULL": return MissingValue.isMeasured(names) ? name : nil
    case "None": return MissingValue.isRated(names) ? name : nil
    default: return nil
    }
  }

  /// Whether a column is set to the right, or half of what stands in it begins with a digit.
  private static func isNumeric(
    _ column: Int,
    of table: MarkdownNode,
    in source: LintSource
  ) -> Bool {
    guard let header = table.children.first else { return false }
    let delimiters = source.bytes(line: header.line + 1, from: header.column).trimmed
      .split(separator: UInt8(ascii: "|")).map(\.trimmed)
    if delimiters.indices.contains(column), delimiters[column].last == UInt8(ascii: ":"),
      delimiters[column].first != UInt8(ascii: ":")
    {
      return true
    }
    let texts = table.children.dropFirst()
      .compactMap { $0.children.indices.contains(column) ? $0.children[column].plainText : nil }
      .map { Array($0.utf8)[...].trimmed }
      .filter { !$0.isEmpty && !MissingValue.words.contains($0.text) }
    let numbers = texts.count { $0.drop { "+-~<>$".utf8.contains($0) }.first?.isDigit == true }
    return numbers > 0 && numbers * 2 >= texts.count
  }
}

extension MarkdownNode {
  /// False when no letter of what stands for a missing value is in the text.
  fileprivate var mayMiss: Bool {
    literal.utf8.contains { "nNuI#[%".utf8.contains($0) } || children.contains { $0.mayMiss }
  }
}
