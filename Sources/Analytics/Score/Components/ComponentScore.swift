/// One of the five parts of a health score, with the numbers behind it.
package struct ComponentScore: Hashable, Sendable {
  package let id: ComponentID
  /// 0 to 100; nil without data.
  package let score: Double?
  /// Out of 100 over all components.
  package let weight: Double
  /// In points of the component's own score; nil without data.
  package let standardError: Double?
  /// How much evidence is behind it; 0 without data.
  package let events: Double
  package let status: MetricStatus
  /// One sentence why it is partial or unknown.
  package let reason: String?
  /// In the documented order.
  package let inputs: [Input]
  /// False where `median_hours` is only a bound because fewer than half of the waits have ended.
  package let isMedianReached: Bool

  /// The score's share of its weight.
  package var points: Double? { score.map { weight * $0 / 100 } }

  /// A number that a component is made of; nil where it is unknown.
  package struct Input: Hashable, Sendable {
    package let name: String
    package let value: Double?

    init(_ name: String, _ value: Double?) {
      self.name = name
      self.value = value
    }

    init(_ name: String, _ value: Int) {
      self.init(name, Double(value))
    }
  }
}

/// What a component's formula finds, before its weight.
struct ComponentReading {
  var inputs: [ComponentScore.Input]
  var result: Result
  var isMedianReached = true

  enum Result {
    case known(score: Double, standardError: Double, events: Double, Knowledge)
    case unknown(String)
  }

  /// A reading of streams of which nothing is known.
  static func unknown(_ reason: String, inputs names: [String]) -> ComponentReading {
    ComponentReading(inputs: names.map { .init($0, nil) }, result: .unknown(reason))
  }
}

extension ComponentScore {
  init(_ id: ComponentID, weight: Double, _ reading: ComponentReading) {
    self.id = id
    self.weight = weight
    inputs = reading.inputs
    isMedianReached = reading.isMedianReached
    switch reading.result {
    case .known(let score, let standardError, let events, let knowledge):
      self.score = score
      self.standardError = standardError
      self.events = events
      status = knowledge.status
      reason = knowledge.reason
    case .unknown(let why):
      (score, standardError, events) = (nil, nil, 0)
      (status, reason) = (.unknown, why)
    }
  }
}
