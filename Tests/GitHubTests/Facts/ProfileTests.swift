import HTTP
import Model
import Resilience
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

  @Test func `a repository without anything has an empty profile, not an unknown one`() async throws
  {
    let page = try await profile([
      .init("languages", ["edges": []]), .init("licenseInfo", .null),
      .init("repositoryTopics", ["nodes": []]), .init("discussions", ["totalCount": 0]),
    ])
    let expected = FactsPage.Profile(languages: [], licence: "NONE", topics: [], discussions: 0)
    #expect(page.profile == expected)
  }

  static let keys: [(key: String, section: FactsSection)] = [
    ("languages", .languages), ("licenseInfo", .licence), ("repositoryTopics", .topics),
    ("discussions", .discussions),
  ]

  @Test(arguments: keys)
  func `a refusal costs one part and leaves the others`(key: String, section: FactsSection)
    async throws
  {
    let fields: [JSONValue.Member] = [
      .init("stargazerCount", 5), .init("languages", languages),
      .init("licenseInfo", ["spdxId": "MIT"]), .init("repositoryTopics", topics),
      .init("discussions", ["totalCount": 3]),
    ]
    let page = try await profile(
      fields.map { $0.key == key ? .init(key, .null) : $0 },
      errors: [graphQLError("FORBIDDEN", "No.", at: ["repository", .string(key)])]
    )
    #expect(page.refusals == [section: FactsRefusal(.permission, "No.")])
    let parts: [(section: FactsSection, isKnown: Bool)] = [
      (.languages, page.profile?.languages != nil), (.licence, page.profile?.licence != nil),
      (.topics, page.profile?.topics != nil), (.discussions, page.profile?.discussions != nil),
    ]
    for part in parts { #expect(part.isKnown == (part.section != section), "\(part.section)") }
    #expect(page.counts?.stars == 5)
  }
}
