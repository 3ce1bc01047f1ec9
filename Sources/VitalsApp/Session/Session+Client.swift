import Foundation
import HTTP
import Model
import Resilience
import Settings
import Storage

extension Session {
  /// The transport with everything that surrounds a request to GitHub, outermost first.
  ///
  /// - Parameters:
  ///   - token: Sent to the servers of `urls` alone.
  ///   - urls: The REST interface, then the GraphQL interface.
  ///   - budget: What the run may use.
  ///   - store: Keeps answers that hold until the server says otherwise.
  ///   - role: What the token is for.
  /// - Returns: What sends.
  func client(
    _ token: Secret,
    for urls: [URL],
    budget: Resilience::RequestBudget,
    store: any MetricStore,
    role: TokenRole
  ) -> Client {
    let clock = ContinuousClock()
    let origins = Set(urls.compactMap { Origin($0) })
    let rules = retryRules
    let policy = RetryPolicy(rules: rules)
    let now: @Sendable () -> Timestamp = {
      Timestamp(seconds: Int(Date().timeIntervalSince1970))
    }
    return Client(
      transport: world.transport,
      middlewares: [
        StandardHeaders([
          "User-Agent": "repo-vitals/\(Version.current)",
          "Accept": "application/vnd.github+json",
          "X-GitHub-Api-Version": "2026-03-10",
        ]),
        Redirects(),
      ] + cache(of: token, role, for: origins, in: store) + [
        retry(by: policy, now: now)
      ] + urls.prefix(1).map { VersionFallback(rest: $0) } + [
        BudgetGuard(budget) { [log] in log.say(Diagnostic(.warning, $0.warning)) },
        QuotaPause(policy: policy, clock: clock, now: now),
        MinutePacing(clock: clock),
        WritePacing(clock: clock),
        Admission(
          limit: settings.collection.maxConcurrentRequests,
          rules: rules,
          clock: clock
        ),
        Authorization(token, for: origins),
        role == .primary ? quotas : QuotaWatch(),
        counter,
        Trace(clock: clock) { [log] event in
          let status = event.status.map(String.init) ?? "no answer"
          log.detail("\(event.request): \(status)")
        },
      ]
    )
  }

  private func retry(
    by policy: RetryPolicy,
    now: @escaping @Sendable () -> Timestamp
  ) -> any Middleware {
    Retry(policy: policy, clock: ContinuousClock(), now: now) { [counter, log] in
      counter.countRetry()
      let wait = $2.components.seconds
      log.detail("\($0.traceDescription) met \($1.failureClass.rawValue); again in \(wait) s")
    }
  }

  /// The strategies as the settings change them.
  private var retryRules: RetryRules {
    var overrides: [FailureClass: RetryRules.Override] = [:]
    for failure in FailureClass.allCases {
      let setting = settings.collection.retry[RetryClass(failure)]
      overrides[failure] = RetryRules.Override(
        attempts: setting.attempts,
        base: setting.base,
        cap: setting.cap
      )
    }
    return RetryRules(overriding: overrides)
  }
}

extension BudgetAllowance {
  /// What to say when most of it is used.
  fileprivate var warning: String {
    "Four fifths of the run's budget of \(self) are used; what does not fit waits for the next run."
  }
}

extension RetryClass {
  /// The key of the settings for a class of failure.
  fileprivate init(_ failure: FailureClass) {
    switch failure {
    case .authentication: self = .authentication
    case .permission: self = .permission
    case .notFound: self = .notFound
    case .primaryRateLimit: self = .primaryRateLimit
    case .secondaryRateLimit: self = .secondaryRateLimit
    case .network: self = .network
    case .server: self = .server
    case .invalidResponse: self = .invalidResponse
    case .partialResult: self = .partialResult
    }
  }
}
