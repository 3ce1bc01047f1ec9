/// How much of a server's quota a run may use: REST requests and GraphQL points, each on its own.
///
/// A token is often shared with the rest of a project's automation, so a run leaves room for
/// others, and keeps some for itself: what was found must still be delivered.
package struct RequestBudget: Hashable, Sendable {
  /// How much may be spent.
  package enum Allowance: Hashable, Sendable {
    case unlimited
    case units(Int)
    /// Half of what the server says is left when it first answers, less the reserve.
    case halfOfRemaining(reserve: Int)
  }

  /// What a request means for the budget.
  package enum Decision: Hashable, Sendable {
    case proceed
    /// The sentence's number: what the allowance turned out to be.
    case refuse(allowance: Int)
  }

  private struct Account: Hashable, Sendable {
    var spent = 0
    /// Nil until the server has told what is left.
    var limit: Int?
  }

  private let allowance: Allowance
  private var accounts: [String: Account] = [:]

  /// - Parameters:
  ///   - allowance: How much may be spent on each resource.
  ///   - spent: What earlier runs of the hour have used, by resource.
  package init(_ allowance: Allowance, spent: [String: Int] = [:]) {
    self.allowance = allowance
    accounts = spent.mapValues { Account(spent: $0) }
  }

  /// Whether `cost` more may be spent on the resource.
  ///
  /// The first request of a resource is always allowed: only its answer tells what is left.
  package func decide(_ cost: Int, on resource: String) -> Decision {
    let account = accounts[resource] ?? Account()
    switch allowance {
    case .unlimited: return .proceed
    case .units(let units):
      return account.spent + cost <= units ? .proceed : .refuse(allowance: units)
    case .halfOfRemaining:
      guard let limit = account.limit else { return .proceed }
      return account.spent + cost <= limit ? .proceed : .refuse(allowance: limit)
    }
  }

  /// What is spent of what is allowed on a resource; nil while nothing limits it.
  package func usage(of resource: String) -> (spent: Int, allowance: Int)? {
    let account = accounts[resource] ?? Account()
    switch allowance {
    case .unlimited: return nil
    case .units(let units): return (account.spent, units)
    case .halfOfRemaining: return account.limit.map { (account.spent, $0) }
    }
  }

  /// Takes note of a request that was sent, and of what the server said with its answer.
  package mutating func note(_ cost: Int, on resource: String, _ limit: RateLimit?) {
    var account = accounts[resource] ?? Account()
    account.spent += cost
    if account.limit == nil, let limit, case .halfOfRemaining(let reserve) = allowance {
      // The request that told it is spent already.
      account.limit = max(0, limit.remaining / 2 - reserve) + account.spent
    }
    accounts[resource] = account
  }
}
