import CommonMark

extension LintRule {
  static let placeholder = LintRule(
    "placeholder",
    "No template tag is left outside code."
  ) { source in
    let charts = source.codeBlocks.filter { $0.info == "mermaid" }
    return source.lines.indices.compactMap { index in
      let line = index + 1
      let isChart = charts.contains { ($0.line...max($0.line, $0.endLine)).contains(line) }
      guard isChart || !source.isCode(line: line) else { return nil }
      guard let column = tag(in: source.lines[index], isChart: isChart) else { return nil }
      return Finding("A template tag was not filled in.", line: line, column: column)
    }
  }

  /// The column of the first `{{…}}` that does not stand between backticks.
  private static func tag(in line: [UInt8], isChart: Bool) -> Int? {
    var index = 0
    while index < line.count {
      let rest = line[index...]
      if !isChart, rest.first == UInt8(ascii: "`") {
        let run = rest.prefix { $0 == UInt8(ascii: "`") }.count
        index = end(ofCode: line, from: index + run, run: run) ?? index + run
      } else if rest.starts(with: "{{".utf8) {
        let isClosed = rest.dropFirst(2).indices.contains { line[$0...].starts(with: "}}".utf8) }
        if isClosed { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The index behind the run of `run` backticks that closes a code span.
  private static func end(ofCode line: [UInt8], from start: Int, run: Int) -> Int? {
    var index = start
    while let opening = line[index...].firstIndex(of: UInt8(ascii: "`")) {
      let length = line[opening...].prefix { $0 == UInt8(ascii: "`") }.count
      if length == run { return opening + length }
      index = opening + length
    }
    return nil
  }

  static let headingOrder = LintRule(
    "heading-order",
    "Headings go down one level at a time."
  ) { source in
    let headings = source.tree.all(.heading)
    return zip(headings, headings.dropFirst())
      .compactMap { above, heading in
        guard heading.level > above.level + 1 else { return nil }
        return Finding(
          "A heading of level \(heading.level) follows one of level \(above.level); "
            + "use level \(above.level + 1).",
          line: heading.line,
          column: heading.column
        )
      }
  }

  /// Measured limits of an issue's body: 65,536 code points; some clients count UTF-16 units.
  static let length = LintRule(
    "length",
    "At most \(DocumentLimit.codePoints) code points and \(DocumentLimit.utf16Units) UTF-16 units."
  ) { source in
    let codePoints = source.text.unicodeScalars.count
    let units = source.text.utf16.count
    guard codePoints > DocumentLimit.codePoints || units > DocumentLimit.utf16Units else {
      return []
    }
    let message =
      "The document has \(codePoints) code points and \(units) UTF-16 units; GitHub "
      + "takes \(DocumentLimit.codePoints) and \(DocumentLimit.utf16Units)."
    return [Finding(message, line: source.lines.count)]
  }
}

/// How long the body of an issue may be.
package enum DocumentLimit {
  package static let codePoints = 65_000
  package static let utf16Units = 65_536
}
