import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

struct ProfileTests {
  private let languages: JSONValue = [
    "edges": [["size": 9, "node": ["name": "Swift"]], nil, ["size": 2, "node": nil]]
  ]
  private let topics: JSONValue = ["nodes": [["topic": ["name": "ietf"]], nil]]

  private func profile(_ fields: [JSONValue.Member], errors: [JSONValue] = []) async throws
    -> FactsPage
  {
    let fixture = try GitHubFixture([.facts(fields, errors: errors)])
    return try await fixture.api.facts(
      FactsRequest(repository: fixture.name, label: "x", wantsCounts: true)
    )
  }

  @Test func `what is told is taken, and what is null is left out`() async throws {
    let page = try await profile([
      .init("languages", languages), .init("licenseInfo", ["spdxId": "MIT"]),
      .init("repositoryTopics", topics), .init("discussions", ["totalCount": 3]),
    ])
    let expected = FactsPage.Profile(
      languages: [.init(name: "Swift", bytes: 9)],
      licence: "MIT",
      topics: ["ietf"],
      discussions: 3
    )
    #expect(page.profile == expected)
  }

  @Test func `a repository without anything has an empty profile`() async throws {
    let page = try await profile([
      .init("languages", ["edges": []]), .init("licenseInfo", .null),
      .init("repositoryTopics", ["nodes": []]), .init("discussions", .null),
    ])
    #expect(page.profile == FactsPage.Profile())
  }

  @Test(arguments: ["languages", "licenseInfo", "repositoryTopics", "discussions"])
  func `a refusal is of the profile and leaves the counts`(_ key: String) async throws {
    let page = try await profile(
      [.init("stargazerCount", 5), .init("repositoryTopics", topics)],
      errors: [graphQLError("FORBIDDEN", "No.", at: ["repository", .string(key)])]
    )
    #expect(page.refusals == [.profile: "No."])
    #expect(page.profile == nil)
    #expect(page.counts?.stars == 5)
  }
}
