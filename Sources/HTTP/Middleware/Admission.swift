package import Resilience
import Synchronization

/// Lets requests to a host out a few at a time, and none while the host keeps failing.
package final class Admission<C: Clock>: Middleware
where C.Duration == Duration, C.Instant: Sendable {
  private struct Host: Sendable {
    let turnstile: Turnstile
    let gate: Gate<C>
  }

  private let clock: C
  private let limit: Int
  private let rules: RetryRules
  private let hosts = Mutex<[Origin?: Host]>([:])

  /// - Parameters:
  ///   - limit: How many requests to one host may be under way.
  ///   - rules: Which failures speak against a host.
  ///   - clock: What measures the rest of a failing host.
  package init(limit: Int = 5, rules: RetryRules = RetryRules(), clock: C) {
    self.limit = limit
    self.rules = rules
    self.clock = clock
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let origin = Origin(request.url)
    let host = hosts.withLock { hosts in
      if let known = hosts[origin] { return known }
      let new = Host(turnstile: Turnstile(limit: limit), gate: Gate(clock: clock))
      hosts[origin] = new
      return new
    }
    return try await host.turnstile.pass(request.priority) {
      if let wait = await host.gate.rejection() {
        throw HostUnavailable(host: origin?.host ?? "the host", retryAfter: wait)
      }
      return try await send(request, through: host.gate, next: next)
    }
  }

  private func send(
    _ request: Request,
    through gate: Gate<C>,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    do {
      let response = try await next(request)
      await gate.record(outcome(Failure(response)))
      return response
    } catch {
      let failure = (error as? TransportError).map { Failure($0) }
      await gate.record(failure == nil ? .abandoned : outcome(failure))
      throw error
    }
  }

  private func outcome(_ failure: Failure?) -> Gate<C>.Outcome {
    guard let failure else { return .succeeded }
    return rules[failure.failureClass].tripsBreaker ? .failed : .succeeded
  }
}

/// A host that has failed so often in a row that it is left alone for a while.
package struct HostUnavailable: Error, Hashable, CustomStringConvertible {
  package var host: String
  package var retryAfter: Duration

  package var description: String {
    "\(host) keeps failing and is left alone for \(retryAfter.components.seconds) s: try later."
  }
}
