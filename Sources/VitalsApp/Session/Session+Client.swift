import Foundation
import HTTP
import Model
import Resilience
import Settings

extension Session {
  /// The transport with everything that surrounds a request to GitHub, outermost first.
  ///
  /// - Parameters:
  ///   - token: Sent to the servers of `urls` alone.
  ///   - urls: The REST and GraphQL interfaces.
  func client(_ token: Secret, for urls: [URL]) -> Client {
    let now: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
    let sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    let policy = RetryPolicy(table: retryTable)
    return Client(
      transport: world.transport,
      middlewares: [
        StandardHeaders([
          "User-Agent": "repo-vitals/\(Version.current)",
          "Accept": "application/vnd.github+json",
          "X-GitHub-Api-Version": "2026-03-10",
        ]),
        Redirects(),
        Retry(policy, now: now, sleep: sleep) { [counter, log] request, failure, wait in
          counter.noteRetry()
          log.detail(
            "\(request.traceDescription) met \(failure.rawValue); again in \(wait.components.seconds) s"
          )
        },
        Pacing(longestWait: policy.longestWait, now: now, sleep: sleep),
        Authorization(token, for: urls),
        counter,
      ]
    )
  }

  /// The strategies as the settings change them.
  private var retryTable: Resilience::RetryTable {
    var table = Resilience::RetryTable()
    for failure in FailureClass.allCases {
      guard let kind = RetryClass(failure) else { continue }
      let setting = settings.collection.retry[kind]
      table[failure].attempts = setting.attempts ?? table[failure].attempts
      table[failure].base = setting.base ?? table[failure].base
      table[failure].cap = setting.cap ?? table[failure].cap
    }
    return table
  }
}

extension RetryClass {
  /// The key of the settings for a class of failure.
  fileprivate init?(_ failure: FailureClass) {
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
