package import Model

/// The document of `vitals anomalies --json`.
package struct AnomaliesDocument: Hashable, Sendable {
  package let subject: SeriesSubject
  package let from: Day
  package let to: Day
  package let review: AnomalyReview

  package init(subject: SeriesSubject, from: Day, to: Day, review: AnomalyReview) {
    (self.subject, self.from) = (subject, from)
    (self.to, self.review) = (to, review)
  }

  package var json: JSONValue {
    subject.document(
      "anomalies",
      [
        .init("from", JSONValue(from)), .init("to", JSONValue(to)),
        .init("findings", .array(review.findings.map(Self.json))),
        .init("days_judged", .int(review.judged)),
      ] + review.history.members(isEnough: review.judged > 0)
    )
  }

  private static func json(_ finding: AnomalyFinding) -> JSONValue {
    let votes = finding.votes.named.map { JSONValue.Member($0.method, .double($0.value)) }
    return [
      "date": JSONValue(finding.day),
      "class": .string(finding.kind.rawValue),
      "direction": .string(finding.direction.rawValue),
      "ratio": .double(finding.ratio),
      "severity": .string(finding.severity.rawValue),
      "test": .string(finding.test.rawValue),
      "observed": .double(finding.observed),
      "expected": .double(finding.expected),
      "votes": .object(votes),
    ]
  }
}
