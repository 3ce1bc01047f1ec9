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
        "core": recent.reduce(0) { $0 + $1.paidRequests },
        "graphql": recent.reduce(0) { $0 + $1.requests.points },
      ]
    )
  }
}
