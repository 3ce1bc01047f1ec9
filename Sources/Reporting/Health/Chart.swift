import Model

/// Numbers by week, drawn by Mermaid.
struct Chart {
  enum Form: String {
    case line
    case bar
  }

  var form = Form.line
  var title: String
  /// Nil where the title says all.
  var description: String?
  /// Weeks before now, 0 or less.
  var firstWeek: Int
  var highest: Int
  /// Plain numbers, one a week up to now.
  var values: [String]
  /// A level to compare with, drawn in grey.
  var level: Int?

  /// The text of the code block.
  var mermaid: String {
    let description = description.map { "\n    accDescr: \(Self.line($0))" } ?? ""
    let reference =
      level
      .map { level in
        let line = [String](repeating: String(level), count: values.count)
        return "line [\(line.joined(separator: ", "))]\n    "
      } ?? ""
    let colors = (level == nil ? [] : [ChartLook.grey]) + [ChartLook.blue]
    return """
      \(ChartLook.directive(colors: colors))
      xychart-beta
          accTitle: \(Self.line(title))\(description)
          x-axis \(firstWeek) --> 0
          y-axis 0 --> \(highest)
          \(reference)\(form.rawValue) [\(values.joined(separator: ", "))]
      """
  }

  /// Free text of Mermaid: one line, without what would begin a comment or a directive.
  private static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        MarkdownText.plain(text).unicodeScalars.filter { !"%{}<>\"`;#".unicodeScalars.contains($0) }
      )
    )
  }
}
