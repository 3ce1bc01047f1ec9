/// Rows of text in columns of equal width, for a terminal.
struct TextTable: Sendable {
  private let rows: [[String]]
  private let numbers: Set<Int>

  /// - Parameters:
  ///   - rows: Cells; a row may be shorter than others.
  ///   - numbers: Columns that stand at the right.
  init(_ rows: [[String]], numbers: Set<Int> = []) {
    self.rows = rows
    self.numbers = numbers
  }

  /// One line a row, without blanks at its end.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count)
      .map { column in
        rows.compactMap { column < $0.count ? $0[column].unicodeScalars.count : nil }.max() ?? 0
      }
    return
      rows.map { row in
        let cells = row.enumerated()
          .map { column, cell in
            let space = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
            return numbers.contains(column) ? space + cell : cell + space
          }
        var line = cells.joined(separator: "  ")
        while line.hasSuffix(" ") { line.removeLast() }
        return line + "\n"
      }
      .joined()
  }
}
