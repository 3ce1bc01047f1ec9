package import Resilience
import Synchronization

/// Remembers what a server last said of its limits, and tells once when one is nearly used up.
package final class QuotaWatch: Middleware {
  /// Called with a limit of which a tenth or less is left.
  package typealias Observer = @Sendable (RateLimit) -> Void

  private struct State: Sendable {
    var newest: [String: RateLimit] = [:]
    var told: Set<String> = []
  }

  private let state = Mutex(State())
  private let onLow: Observer

  /// - Parameter onLow: Hears once of each limit that is nearly used up.
  package init(onLow: @escaping Observer = { _ in }) {
    self.onLow = onLow
  }

  /// The newest word on each limit, by the name of the resource.
  package var limits: [RateLimit] {
    state.withLock { state in
      state.newest.values.sorted { $0.resource < $1.resource }
    }
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request)
    guard let limit = RateLimit(response.headers) else { return response }
    let isNews = state.withLock { state in
      state.newest[limit.resource] = limit
      return limit.isLow && state.told.insert(limit.resource).inserted
    }
    if isNews { onLow(limit) }
    return response
  }
}

extension RateLimit {
  /// True when a tenth or less is left.
  fileprivate var isLow: Bool {
    let (tenfold, overflow) = remaining.multipliedReportingOverflow(by: 10)
    return limit > 0 && !overflow && tenfold <= limit
  }
}
