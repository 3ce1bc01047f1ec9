import FoundationEssentials
import Synchronization

/// Counts what is sent and what comes back.
package final class RequestCounter: Middleware {
  /// What was counted so far.
  package struct Counts: Hashable, Sendable {
    package var rest = 0
    package var graphQL = 0
    package var notModified = 0
    package var retries = 0
    /// Of bodies, after decompression.
    package var bytes = 0
  }

  private let counts = Mutex(Counts())

  package init() {}

  package var snapshot: Counts { counts.withLock { $0 } }

  package func noteRetry() {
    counts.withLock { $0.retries += 1 }
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    let isGraphQL = request.url.lastPathComponent == "graphql"
    counts.withLock { counts in
      if isGraphQL { counts.graphQL += 1 } else { counts.rest += 1 }
    }
    let response = try await next(request)
    counts.withLock { counts in
      counts.bytes += response.body.count
      if response.status == 304 { counts.notModified += 1 }
    }
    return response
  }
}
