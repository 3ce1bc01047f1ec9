package import Model

/// The document of `vitals trend --json`.
package struct TrendDocument: Hashable, Sendable {
  package let subject: SeriesSubject
  package let date: Day
  package let trends: [TrendWindow]

  package init(subject: SeriesSubject, date: Day, trends: [TrendWindow]) {
    (self.subject, self.date, self.trends) = (subject, date, trends)
  }

  package var json: JSONValue {
    subject.document(
      "trend",
      [.init("date", JSONValue(date)), .init("trends", .array(trends.map(Self.json)))]
    )
  }

  private static func json(_ window: TrendWindow) -> JSONValue {
    let trend = window.trend
    return [
      "days": .int(window.days),
      "slope": JSONValue(trend?.slope),
      "lo95": JSONValue(trend?.low95),
      "hi95": JSONValue(trend?.high95),
      "change": JSONValue(trend?.change),
      "p": JSONValue(trend?.chance),
      "trend": JSONValue(trend?.direction.rawValue),
    ]
  }
}
