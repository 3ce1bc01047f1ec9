import FoundationEssentials
package import Resilience
import Synchronization

/// Ends a run's reading when its budget is used up; what is to be delivered goes through.
package final class BudgetGuard: Middleware {
  private let budget: Mutex<RequestBudget>

  package init(_ budget: RequestBudget) {
    self.budget = Mutex(budget)
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let resource = request.isGraphQL ? "graphql" : "core"
    let decision = budget.withLock { $0.decide(request.cost, on: resource) }
    if request.priority < .delivery, case .refuse(let allowance) = decision {
      throw BudgetExhausted(allowance: allowance, isGraphQL: request.isGraphQL)
    }
    let response = try await next(request)
    let failure = Failure(response)?.failureClass
    // A refused request and an answer 304 are free; and what a refusal says of the quota is over
    // once it may be asked again.
    let isFree = failure == .primaryRateLimit || failure == .secondaryRateLimit
    let cost = isFree || response.status == 304 ? 0 : request.cost
    let limit = failure == nil ? RateLimit(response.headers) : nil
    budget.withLock { $0.note(cost, on: resource, limit) }
    return response
  }
}

/// A request that was not sent, since the run may use no more.
package struct BudgetExhausted: Error, Hashable, CustomStringConvertible {
  /// Requests, or points, that the run was allowed.
  package var allowance: Int
  package var isGraphQL: Bool

  package var description: String {
    let unit = isGraphQL ? "GraphQL points" : "REST requests"
    return "The run's budget of \(allowance) \(unit) is used up; the next run goes on from here."
  }
}
