package import Model

/// The document of `vitals anomalies --json`.
package struct AnomaliesDocument: Hashable, Sendable {
  package let subject: SeriesSubject
  package let from: Day
  package let to: Day
  package let findings: [AnomalyFinding]

  package init(subject: SeriesSubject, from: Day, to: Day, findings: [AnomalyFinding]) {
    (self.subject, self.from) = (subject, from)
    (self.to, self.findings) = (to, findings)
  }

  package var json: JSONValue {
    subject.document(
      "anomalies",
      [
        .init("from", JSONValue(from)), .init("to", JSONValue(to)),
        .init("findings", .array(findings.map(Self.json))),
      ]
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
