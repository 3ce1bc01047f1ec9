import CommonMark

/// The lines of a `pie`: https://mermaid.js.org/syntax/pie.html.
enum MermaidPie {
  /// The lines that Mermaid refuses, and why.
  static func problems(in diagram: MermaidDiagram) -> [(message: String, line: Int)] {
    guard diagram.kind == "pie" else { return [] }
    return diagram.plainStatements.compactMap { statement in
      problem(of: statement.text)
        .map { ("`\(statement.text)` is no slice of a pie: \($0).", statement.line) }
    }
  }

  private static func problem(of statement: Substring) -> String? {
    let words = Array(statement.utf8)[...].trimmed
    if words.starts(with: "title") || words.starts(with: "showData") { return nil }
    guard let quote = words.first, "\"'".utf8.contains(quote),
      let end = words.dropFirst().firstIndex(of: quote)
    else { return "put its name in double quotes" }
    let rest = words[(end + 1)...].drop(while: \.isBlank)
    guard rest.first == UInt8(ascii: ":") else { return "put a `:` behind its name" }
    let value = rest.dropFirst().trimmed.text
    guard MermaidChart.isPlainNumber(value), value.utf8.first?.isDigit == true else {
      return "its value must be a plain number above 0"
    }
    return nil
  }
}
