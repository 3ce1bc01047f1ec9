import HTTP
import Model
import Resilience
import TestSupport
import Testing

@testable import GitHub

/// What GitHub refuses inside an answer with status 200.
struct FactsFailureTests {
  private let refusal = graphQLError(
    "FORBIDDEN",
    "Resource not accessible by integration",
    at: ["repository", "watchers"]
  )

  @Test func `a refused field that took the repository with it is left out the second time`()
    async throws
  {
    let fixture = try GitHubFixture([.refused([refusal]), .facts([.init("stargazerCount", 41)])])
    let page = try await fixture.api.facts(fixture.everything)
    #expect(fixture.bodies.map { $0.contains(#""watchers":true"#) } == [true, false])
    #expect(page.counts?.stars == 41)
    #expect(page.counts?.watchers == nil)
    #expect(
      page.refusals == [
        .watchers: FactsRefusal(.permission, "Resource not accessible by integration")
      ]
    )
  }

  @Test func `several refused fields are all named, however often it takes`() async throws {
    let second = graphQLError("FORBIDDEN", "No forks", at: ["repository", "forks", "totalCount"])
    let third = graphQLError("FORBIDDEN", "No issues", at: ["repository", "issuesTotal"])
    let fixture = try GitHubFixture([.refused([refusal]), .refused([second, third]), .facts()])
    let page = try await fixture.api.facts(fixture.everything)
    #expect(fixture.transport.requests.count == 3)
    #expect(
      page.refusals.keys.sorted { $0.rawValue < $1.rawValue } == [.forks, .issues, .watchers]
    )
  }

  @Test(arguments: ["openPulls", "pullRequests"])
  func `the count of what may not be read is not asked for again`(_ key: String) async throws {
    let error = graphQLError("FORBIDDEN", "No pulls", at: ["repository", .string(key)])
    let fixture = try GitHubFixture([.refused([error]), .facts()])
    let page = try await fixture.api.facts(fixture.everything)
    #expect(page.refusals == [.pulls: FactsRefusal(.permission, "No pulls")])
    #expect(fixture.bodies.map { $0.contains(#""openPulls":true"#) } == [true, false])
    #expect(fixture.bodies.map { $0.contains(#""openIssues":true"#) } == [true, true])
  }

  @Test func `a refused field beside data costs no second request`() async throws {
    let error = graphQLError("FORBIDDEN", "No commits", at: ["repository", "defaultBranchRef"])
    let fixture = try GitHubFixture([.facts([.init("stargazerCount", 3)], errors: [error])])
    let page = try await fixture.api.facts(fixture.everything)
    #expect(page.refusals == [.commits: FactsRefusal(.permission, "No commits")])
    #expect(page.counts?.stars == 3)
  }

  @Test func `a refusal that stays although the section is left out ends the matter`() async throws
  {
    let fixture = try GitHubFixture([.refused([refusal]), .refused([refusal])])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.facts(fixture.everything)
    }
    #expect(failure.failureClass == .permission)
  }

  @Test(arguments: ["RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED"])
  func `an answer that was cut short is not taken for the whole`(_ type: String) async throws {
    let error = graphQLError(type, "Resource limits for this query exceeded.", at: ["repository"])
    let fixture = try GitHubFixture([.facts([.init("stargazerCount", 3)], errors: [error])])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.facts(fixture.everything)
    }
    #expect(failure.failureClass == .partialResult)
    #expect(
      failure.description
        == "RepositoryFacts was refused: Resource limits for this query exceeded."
    )
  }

  /// GitHub's type of an error and the class it belongs to.
  private static let types: [(type: String, failureClass: FailureClass)] = [
    ("RATE_LIMIT", .primaryRateLimit), ("RATE_LIMITED", .primaryRateLimit),
    ("NOT_FOUND", .notFound), ("FORBIDDEN", .permission), ("INSUFFICIENT_SCOPES", .permission),
    ("INTERNAL", .server), ("SERVICE_UNAVAILABLE", .server), ("SOMETHING_NEW", .invalidResponse),
  ]

  @Test(arguments: types)
  func `an error without data has the class of its type`(
    _ row: (type: String, failureClass: FailureClass)
  ) async throws {
    let fixture = try GitHubFixture([.refused([graphQLError(row.type, "No.")])])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.facts(fixture.everything)
    }
    let expected = APIFailure(
      row.failureClass,
      status: nil,
      request: "RepositoryFacts",
      detail: "No."
    )
    #expect(failure == expected)
  }

  @Test func `a repository that does not exist is told from one that is refused`() async throws {
    let error = graphQLError(
      "NOT_FOUND",
      "Could not resolve to a Repository with the name 'octo/tool'.",
      at: ["repository"]
    )
    let fixture = try GitHubFixture([.refused([error])])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.facts(fixture.everything)
    }
    #expect(failure.failureClass == .notFound)
    #expect(fixture.transport.requests.count == 1)
  }

  @Test func `an item that is gone when it is read again is no failure`() async throws {
    let error = graphQLError("NOT_FOUND", "Could not resolve to a node", at: ["cutIssues", 0])
    let fixture = try GitHubFixture([
      .facts([], beside: [.init("cutIssues", [nil])], errors: [error])
    ])
    var request = fixture.everything
    request.cutIssues = ["I_gone"]
    let page = try await fixture.api.facts(request)
    #expect(page.recut.isEmpty)
    #expect(page.refusals.isEmpty)
  }

  @Test func `an error about the document as a whole is a failure although there is data`()
    async throws
  {
    let fixture = try GitHubFixture([.facts([], errors: [["message": "Something went wrong"]])])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.facts(fixture.everything)
    }
    #expect(failure.failureClass == .invalidResponse)
    #expect(failure.detail == "Something went wrong")
  }

  @Test func `neither data nor an error is a failure with words`() async throws {
    let fixture = try GitHubFixture([Response([:])])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.facts(fixture.everything)
    }
    #expect(failure.description.contains("neither data nor an error"))
  }
}
