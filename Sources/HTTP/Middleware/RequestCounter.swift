import Resilience
import Synchronization

/// Counts what a run costs.
package final class RequestCounter: Middleware {
  /// The counts at one moment.
  package struct Snapshot: Hashable, Sendable {
    /// Requests sent, repeated ones included, that are not GraphQL.
    package var rest = 0
    package var graphql = 0
    /// GraphQL points, as the requests were priced.
    package var points = 0
    /// Answers 304, which cost nothing of the rate limit.
    package var notModified = 0
    /// Reads that were answered without a request; not among the requests.
    package var cached = 0
    package var retries = 0
    /// Requests that got no answer, or one that is a failure.
    package var failed = 0
    /// Bytes of the bodies, after decompression.
    package var receivedBytes = 0

    package init() {}
  }

  private let counts = Mutex(Snapshot())

  package init() {}

  package var snapshot: Snapshot { counts.withLock { $0 } }

  /// Counts a repetition; given to ``Retry`` as its observer.
  package func countRetry() {
    counts.withLock { $0.retries += 1 }
  }

  /// Counts a read that needed no request; given to ``ResponseCache`` as its observer.
  package func countCached() {
    counts.withLock { $0.cached += 1 }
  }

  package func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    counts.withLock { counts in
      if request.isGraphQL {
        counts.graphql += 1
        counts.points += request.cost
      } else {
        counts.rest += 1
      }
    }
    let response: Response
    do {
      response = try await next(request)
    } catch {
      counts.withLock { $0.failed += 1 }
      throw error
    }
    let hasFailed = Failure(response) != nil
    counts.withLock { counts in
      if hasFailed { counts.failed += 1 }
      if response.status == 304 { counts.notModified += 1 }
      counts.receivedBytes += response.body.count
    }
    return response
  }
}
