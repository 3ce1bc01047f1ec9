import Model

@testable import Analytics

extension Repository {
  /// A repository that was created on 1 January 2025 unless said otherwise.
  static func sample(
    createdAt: Timestamp = "2025-01-01",
    isArchived: Bool = false,
    hasIssues: Bool = true
  ) -> Repository {
    Repository(
      id: RepositoryID(rawValue: 1),
      name: .sample,
      createdAt: createdAt,
      isArchived: isArchived,
      hasIssues: hasIssues
    )
  }
}

extension RepositoryName {
  private static let octo = RepositoryName("octo/repo")

  /// `octo/repo`.
  static var sample: RepositoryName {
    guard let octo else { preconditionFailure("octo/repo is a good name") }
    return octo
  }
}

extension [Model.Stream: StreamState] {
  /// Every stream known since the creation, but for those given.
  static func complete(but others: [Model.Stream: Horizon] = [:]) -> Self {
    var streams = Dictionary(
      uniqueKeysWithValues: Model.Stream.allCases.map {
        ($0, StreamState(horizon: others[$0] ?? .complete))
      }
    )
    streams[.traffic] = nil
    return streams
  }
}

extension Day: ExpressibleByStringLiteral {
  /// A day as in `2026-04-01`.
  public init(stringLiteral value: String) {
    guard let day = Day(value) else { preconditionFailure("\(value) is no day") }
    self = day
  }
}

extension Timestamp: ExpressibleByStringLiteral {
  /// A day, for its first instant, or an instant as in `2026-04-01T06:00:00Z`.
  public init(stringLiteral value: String) {
    guard let instant = Timestamp(value) ?? Day(value)?.start else {
      preconditionFailure("\(value) is no instant")
    }
    self = instant
  }
}

extension Timestamp {
  static func + (instant: Timestamp, hours: Double) -> Timestamp {
    instant.advanced(bySeconds: Int(hours * 3_600))
  }
}

extension Analysis {
  /// The value of one metric.
  func metric(_ id: MetricID, on day: Day) -> MetricValue? {
    metrics(on: day).first { $0.id == id }
  }

  /// One component of the score.
  func component(_ id: ComponentID, on day: Day) -> ComponentScore? {
    score(on: day).components.first { $0.id == id }
  }
}
