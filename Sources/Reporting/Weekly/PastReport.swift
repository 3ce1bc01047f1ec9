package import Analytics
import FoundationEssentials
package import Model

/// What the hidden data of an earlier report tell.
package struct PastReport: Hashable, Sendable {
  package var date: Day
  package var advice: [Advice]
  /// Scores of the parts by their id, those without data left out.
  package var scores: [ComponentID: Double]

  /// A step that the report advised.
  package struct Advice: Hashable, Sendable {
    package var kind: Step.Kind
    package var items: [Int]
    /// In points, the smaller first; nil where none was promised.
    package var effect: ClosedRange<Double>?

    package init(_ kind: Step.Kind, items: [Int], effect: ClosedRange<Double>? = nil) {
      (self.kind, self.items, self.effect) = (kind, items, effect)
    }
  }

  package init(date: Day, advice: [Advice], scores: [ComponentID: Double] = [:]) {
    (self.date, self.advice, self.scores) = (date, advice, scores)
  }
}

extension PastReport {
  /// Longer lists are none of ours.
  fileprivate static let mostItems = 50
  private static let mostAdvice = 10

  /// Reads the last hidden data in a body; nil where there are none that can be read.
  ///
  /// Anyone with write access may have edited them, so they are taken as input from outside.
  package init?(in body: String) {
    let opening = Array("<!-- repo-vitals:data ".utf8)
    let bytes = Array(body.utf8)
    guard
      let start = bytes.ranges(of: opening).last?.upperBound,
      let end = bytes[start...].firstRange(of: Array(" -->".utf8))?.lowerBound,
      let data = try? JSONDecoder().decode(Hidden.self, from: Data(bytes[start..<end])),
      let date = Day(data.date)
    else { return nil }
    self.init(
      date: date,
      advice: (data.advice ?? []).prefix(Self.mostAdvice).compactMap(Advice.init),
      scores: Dictionary(
        (data.components ?? [])
          .compactMap { part in
            ComponentID(rawValue: part.id).flatMap { id in part.score.map { (id, $0) } }
          }
      ) { first, _ in first }
    )
  }

  fileprivate struct Hidden: Decodable {
    struct Part: Decodable {
      var id: String
      var score: Double?
    }

    struct Advice: Decodable {
      var id: String
      var items: [Int]
      var effect: Effect?
    }

    /// One number, or the two ends of a range.
    struct Effect: Decodable {
      var range: ClosedRange<Double>

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let ends =
          if let one = try? container.decode(Double.self) { [one] } else {
            try container.decode([Double].self)
          }
        guard let low = ends.min(), let high = ends.max(), low <= high else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "no range")
        }
        range = low...high
      }
    }

    var date: String
    var components: [Part]?
    var advice: [Advice]?
  }
}

extension PastReport.Advice {
  fileprivate init?(_ advice: PastReport.Hidden.Advice) {
    guard let kind = Step.Kind(rawValue: advice.id), !advice.items.isEmpty else { return nil }
    self.init(
      kind,
      items: Array(advice.items.prefix(PastReport.mostItems)),
      effect: advice.effect?.range
    )
  }
}
