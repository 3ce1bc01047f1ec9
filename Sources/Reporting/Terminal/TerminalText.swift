/// Lines for a terminal, without anything that would steer it.
enum TerminalText {
  static let width = 80

  /// Text as a reader sees it: on one line, without control, escape and direction characters.
  static func safe(_ text: String) -> String { MarkdownText.plain(text) }

  /// Breaks text between words, so that a line is no wider than ``width`` where words allow.
  ///
  /// - Parameters:
  ///   - text: Made ``safe(_:)`` first; a no-break space holds its neighbours together.
  ///   - lead: Stands before the first line, and as blanks before the others.
  /// - Returns: The lines; none of a text without words.
  static func wrapped(_ text: String, lead: String = "") -> [String] {
    let indent = String(repeating: " ", count: lead.count)
    var lines: [String] = []
    var line = lead
    var isEmpty = true
    for word in safe(text).split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        (line, isEmpty) = (indent, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
  }

  /// Text filled up with blanks to so many characters, on its right.
  static func padded(_ text: String, to count: Int) -> String {
    text + blanks(count - text.count)
  }

  /// The same on its left, for numbers.
  static func aligned(_ text: String, to count: Int) -> String {
    blanks(count - text.count) + text
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
