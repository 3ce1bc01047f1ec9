import Model

/// *Alerts*: those that are open, with since when.
struct AlertsSection {
  private let input: ReportInput

  /// Nil when none is open.
  init?(_ input: ReportInput) {
    if input.alerts.isEmpty { return nil }
    self.input = input
  }

  var section: ReportSection {
    let bullets = input.alerts.map { alert -> JSONValue in
      let title = alert.title.lowercasedFirst
      let name = alert.issue.map { input.links.issue($0, title) } ?? Inline(title)
      // Many a title has a "since" of its own, of another day.
      let day = DateText.day(alert.since, near: input.date)
      var text: Inline = "\(.strong("Open: \(name)")), raised on \(day)."
      if alert.kind == "health-drop" {
        text += " It closes when the 7-day middle value has been within 5 points of the weeks "
        text += "before it for seven days: back up, or settled at a new level."
      }
      return .string(text.markdown)
    }
    return ReportSection("Alerts", values: [.init("bullets", .array(bullets))])
  }
}
