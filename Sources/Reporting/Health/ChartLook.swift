/// How charts look: a mid-tone on a transparent ground shows in light and dark, and the size suits
/// a phone.
enum ChartLook {
  static let blue = "#3b82c4"
  static let grey = "#8b949e"

  /// The first line of a chart whose lines have these colors, in order.
  static func directive(colors: [String]) -> String {
    #"%%{init: {"xyChart": {"width": 720, "height": 250, "xAxis": {"labelFontSize": 14}, "#
      + #""yAxis": {"labelFontSize": 14}}, "themeVariables": {"xyChart": {"backgroundColor": "#
      + #""transparent", "plotColorPalette": "\#(colors.joined(separator: ", "))"}}}}%%"#
  }
}
