import Analytics
import Model

/// *Alerts*: what is open.
struct AlertsSection {
  private let input: ReportInput
  private let alert: HealthDropAlert

  /// Nil when nothing is.
  init?(_ input: ReportInput) {
    guard let alert = input.healthAlert else { return nil }
    (self.input, self.alert) = (input, alert)
  }

  var section: ReportSection {
    ReportSection("Alerts", values: [.init("bullets", .array([.string(line.markdown)]))])
  }

  private var line: Inline {
    let (before, now) = (NumberText.score(alert.drop.before), NumberText.score(alert.drop.now))
    let day = DateText.day(alert.fired, near: input.date)
    return "\(strong: "Open: health fell from \(before) to \(now)"), since \(day). It closes when "
      + "the 7-day middle value has been within 5 points of its earlier level for seven days."
  }
}
