package import FoundationEssentials
package import Model
import Resilience

/// A page of the star history: whole weeks, newest first.
package struct StarHistoryPage: Hashable, Sendable {
  /// Ascending; every day of each week, the future ones of the newest week too.
  package var days: [StarDay]
  package var next: URL?

  package init(days: [StarDay], next: URL?) {
    self.days = days
    self.next = next
  }
}

extension GitHubAPI {
  /// Reads stars by the day they were given, as far as they are still held.
  ///
  /// `GET /repos/{owner}/{repo}/stargazers/history` gives up to 30 weeks a page, back to the week
  /// of the repository's creation, and needs no permission on a public repository:
  /// https://docs.github.com/rest/activity/starring. Days are taken as UTC: weeks were observed to
  /// begin on Sundays at 00:00 UTC.
  ///
  /// - Parameters:
  ///   - repository: Whose stars.
  ///   - page: The `next` of the page before; nil for the newest.
  /// - Returns: The days of up to 30 weeks.
  /// - Throws: ``APIFailure``, of class `notFound` on servers without the endpoint.
  package func starHistory(
    of repository: RepositoryName,
    page: URL? = nil
  ) async throws -> StarHistoryPage {
    struct Week: Decodable {
      var week: Int
      var days: [Int]
    }
    let first = url(
      path(repository, "stargazers", "history"),
      query: [("per_page", "30")]
    )
    let answer: RESTPage<[Week]> = try await self.page(page ?? first, priority: .backfill)
    let days = answer.payload.flatMap { week in
      let start = Timestamp(seconds: week.week).day
      return week.days.enumerated().map { StarDay(day: start.advanced(by: $0), count: $1) }
    }
    return StarHistoryPage(days: days.sorted { $0.day < $1.day }, next: answer.next)
  }
}
