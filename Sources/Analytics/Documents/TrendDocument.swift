package import Model

/// The document of `vitals trend --json`.
package struct TrendDocument: Hashable, Sendable {
  package let subject: SeriesSubject
  package let date: Day
  package let trends: [TrendWindow]
  package let history: SeriesReach

  package init(subject: SeriesSubject, date: Day, trends: [TrendWindow], history: SeriesReach) {
    (self.subject, self.date) = (subject, date)
    (self.trends, self.history) = (trends, history)
  }

  package var json: JSONValue {
    subject.document(
      "trend",
      [.init("date", JSONValue(date)), .init("trends", .array(trends.map(Self.json)))]
        + history.members(isEnough: !history.isTooShort)
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
