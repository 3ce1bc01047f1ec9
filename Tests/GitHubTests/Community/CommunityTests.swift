import FoundationEssentials
import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

struct CommunityTests {
  private static let answers: [(response: Response, health: Int?)] = [
    (Response(200, text: #"{"health_percentage": 57, "files": {}}"#), 57),
    (Response(200, text: "{}"), nil), (Response(404, text: #"{"message": "Not Found"}"#), nil),
  ]

  @Test(arguments: answers) func `a repository without a community profile is no failure`(
    _ answer: (response: Response, health: Int?)
  ) async throws {
    let fixture = try GitHubFixture([answer.response])
    #expect(try await fixture.api.communityHealth(of: fixture.name) == answer.health)
    #expect(
      fixture.transport.requests.map(\.url.path) == ["/repos/octo/tool/community/profile"]
    )
  }

  @Test func `a refusal is a failure`() async throws {
    let fixture = try GitHubFixture([Response(403, text: #"{"message": "No."}"#)])
    _ = try await GitHubFixture.failure {
      try await fixture.api.communityHealth(of: fixture.name)
    }
  }
}
