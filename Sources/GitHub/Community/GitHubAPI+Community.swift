package import Model
import Resilience

extension GitHubAPI {
  /// Percent of the recommended community files that a repository has; nil where GitHub keeps no
  /// such profile, as of a fork.
  ///
  /// `GET /repos/{owner}/{repo}/community/profile`:
  /// https://docs.github.com/rest/metrics/community
  package func communityHealth(of repository: RepositoryName) async throws -> Int? {
    struct Answer: Decodable {
      var health: Int?

      enum CodingKeys: String, CodingKey { case health = "health_percentage" }
    }
    do {
      let answer: RESTPage<Answer> = try await page(url(path(repository, "community", "profile")))
      return answer.payload.health
    } catch let failure as APIFailure where failure.failureClass == .notFound {
      return nil
    }
  }
}
