package import Analytics

/// The health score of one day.
package struct ScoreReading: Hashable, Sendable {
  /// 0 to 100; nil below the least weight.
  package var value: Double?
  package var standardError: Double?
  /// 0 to 1.
  package var confidence: Double
  /// Present weight over all weight, 0 to 1.
  package var coverage: Double
  /// The band in force; nil unless the repository is active.
  package var publishedBand: Band?
  /// All five, in the order of the report.
  package var components: [ComponentReading]

  package init(
    value: Double?,
    standardError: Double? = nil,
    confidence: Double,
    coverage: Double,
    publishedBand: Band? = nil,
    components: [ComponentReading]
  ) {
    self.value = value
    self.standardError = standardError
    self.confidence = confidence
    self.coverage = coverage
    self.publishedBand = publishedBand
    self.components = components
  }

  /// The part of the score with this id.
  func component(_ id: ComponentID) -> ComponentReading? {
    components.first { $0.id == id }
  }

  /// The parts that have data.
  var known: [ComponentReading] { components.filter { $0.score != nil } }
  /// The parts that have none.
  var unknown: [ComponentReading] { components.filter { $0.score == nil } }
}

/// One of the five parts of a score.
package struct ComponentReading: Hashable, Sendable {
  /// A number that went into the part, by its name in the machine-readable score.
  package struct Input: Hashable, Sendable {
    package var name: String
    package var value: Double?

    package init(_ name: String, _ value: Double?) {
      self.name = name
      self.value = value
    }
  }

  package var id: ComponentID
  /// 0 to 100; nil without data.
  package var score: Double?
  /// Out of 100.
  package var weight: Double
  package var points: Double?
  package var status: MetricStatus
  /// Why there is no data, a sentence without its full stop.
  ///
  /// It may quote what a server answered, so nothing in it is left for GitHub to link.
  package let reason: String?
  package var inputs: [Input]
  /// How many days lie behind the baseline: 30, 60 or 90.
  package var baselineDays: Int
  /// False where a waiting time's median is not reached, and so must not be shown.
  package var isMedianReached: Bool

  package init(
    id: ComponentID,
    score: Double?,
    weight: Double,
    points: Double?,
    status: MetricStatus = .observed,
    reason: String? = nil,
    inputs: [Input],
    baselineDays: Int = 90,
    isMedianReached: Bool = true
  ) {
    self.id = id
    self.score = score
    self.weight = weight
    self.points = points
    self.status = status
    self.reason = reason.map(MarkdownText.unlinked)
    self.inputs = inputs
    self.baselineDays = baselineDays
    self.isMedianReached = isMedianReached
  }

  /// The permission that the token lacks, as in `Issues: read`; nil where nothing says it.
  var tokenNeed: String? {
    guard let reason, let lead = reason.firstRange(of: "; the token needs ") else { return nil }
    return String(reason[lead.upperBound...])
  }

  /// The number of that name, where it is known.
  subscript(name: String) -> Double? { inputs.first { $0.name == name }?.value }

  /// The number of that name as a count.
  func count(_ name: String) -> Int? {
    self[name].flatMap { $0.isFinite && abs($0) < 1e12 ? Int($0.rounded()) : nil }
  }
}
