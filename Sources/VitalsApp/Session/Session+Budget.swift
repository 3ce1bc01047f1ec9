import FoundationEssentials
import Model
import Resilience
import Settings
import Storage

extension Session {
  /// Requests that are kept for delivery, however little a token has left.
  private static let reserve = 10

  /// What this run may use, given what others of the same hour have used.
  ///
  /// - Parameters:
  ///   - units: The limit for this run alone, from the command line.
  ///   - store: Knows the runs before.
  /// - Returns: The budget at the run's beginning.
  /// - Throws: What the store throws.
  func budget(units: Int?, store: any MetricStore) async throws -> Resilience::RequestBudget {
    if let units { return Resilience::RequestBudget(.units(units)) }
    guard let perHour = settings.github.rateLimitBudget.perHour else {
      return Resilience::RequestBudget(.halfOfRemaining(reserve: Self.reserve))
    }
    let runs = try await store.runs(newest: 60).compactMap(PastRun.init)
    let recent = runs.filter { $0.started.seconds > now.seconds - 3_600 && $0.started <= now }
    return Resilience::RequestBudget(
      .units(perHour),
      spent: [
        "core": recent.reduce(0) { $0 + $1.rest },
        "graphql": recent.reduce(0) { $0 + $1.points },
      ]
    )
  }
}

/// What the record of a run says of its cost.
private struct PastRun {
  let started: Timestamp
  /// Requests that cost something, which answers 304 do not.
  let rest: Int
  let points: Int

  private struct Document: Decodable {
    var started: String
    var requests: Requests

    struct Requests: Decodable {
      var rest: Int
      var points: Int
      var notModified: Int

      private enum CodingKeys: String, CodingKey {
        case rest
        case points
        case notModified = "not_modified"
      }
    }
  }

  init?(_ document: String) {
    let decoded = try? JSONDecoder().decode(Document.self, from: Data(document.utf8))
    guard let decoded, let started = Timestamp(decoded.started) else { return nil }
    self.started = started
    rest = decoded.requests.rest - decoded.requests.notModified
    points = decoded.requests.points
  }
}
