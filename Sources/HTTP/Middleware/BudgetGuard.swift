import FoundationEssentials
package import Resilience
import Synchronization

/// Ends a run's reading when its budget is used up; what is to be delivered goes through.
package final class BudgetGuard: Middleware {
  /// Called with an allowance of which four fifths are used.
  package typealias Observer = @Sendable (BudgetAllowance) -> Void

  private struct State: Sendable {
    var budget: RequestBudget
    var told: Set<String> = []
  }

  private let state: Mutex<State>
  private let onLow: Observer

  /// - Parameters:
  ///   - budget: What the run may use.
  ///   - onLow: Hears once of each allowance that is nearly used up.
  package init(_ budget: RequestBudget, onLow: @escaping Observer = { _ in }) {
    state = Mutex(State(budget: budget))
    self.onLow = onLow
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let resource = request.isGraphQL ? "graphql" : "core"
    let decision = state.withLock { $0.budget.decide(request.cost, on: resource) }
    if request.priority < .delivery, case .refuse(let allowance) = decision {
      throw BudgetExhausted(
        allowance: BudgetAllowance(units: allowance, isGraphQL: request.isGraphQL)
      )
    }
    let response = try await next(request)
    note(response, to: request, on: resource)
    return response
  }

  private func note(_ response: Response, to request: Request, on resource: String) {
    let failure = Failure(response)?.failureClass
    // A refused request and an answer 304 are free; and what a refusal says of the quota is over
    // once it may be asked again.
    let isFree = failure == .primaryRateLimit || failure == .secondaryRateLimit
    let cost = isFree || response.status == 304 ? 0 : request.cost
    let limit = failure == nil ? RateLimit(response.headers) : nil
    let low = state.withLock { state -> Int? in
      state.budget.note(cost, on: resource, limit)
      guard let (spent, allowance) = state.budget.usage(of: resource), spent >= allowance / 5 * 4,
        state.told.insert(resource).inserted
      else { return nil }
      return allowance
    }
    if let low { onLow(BudgetAllowance(units: low, isGraphQL: request.isGraphQL)) }
  }
}

/// What a run may use of one of GitHub's interfaces.
package struct BudgetAllowance: Hashable, Sendable, CustomStringConvertible {
  /// Requests, or points.
  package var units: Int
  package var isGraphQL: Bool

  package var description: String { "\(units) \(isGraphQL ? "GraphQL points" : "REST requests")" }
}

/// A request that was not sent, since the run may use no more.
package struct BudgetExhausted: Error, Hashable, CustomStringConvertible {
  package var allowance: BudgetAllowance

  package var description: String {
    "The run's budget of \(allowance) is used up; the next run goes on from here."
  }
}
