import HTTP
import Model
import Testing

@testable import Collector
@testable import GitHub

/// Languages, topics and the like, which come with the counts.
struct ProfileTests {
  @Test func `a profile comes with the counts and its community with the stars`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.profile = Self.fields }
    #expect(try await fixture.collect().run.outcome == .complete)
    #expect(fixture.github.takeOperations().filter { $0 == "profile" }.count == 1)
    let expected = Profile(
      readAt: fixture.now,
      languages: [.init(name: "C", bytes: 7)],
      licence: Profile.noLicence,
      topics: ["net"],
      discussions: 2,
      community: .init(readAt: fixture.now, health: 57)
    )
    #expect(try await fixture.profile() == expected)
  }

  @Test func `on six days of seven nothing but one request is made`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.profile = Self.fields }
    try await fixture.collect()
    _ = fixture.github.takeOperations()
    for day in 1...6 {
      try await fixture.collect(hoursLater: 24 * day)
      #expect(fixture.github.takeOperations() == [FactsDocument.operationName], "\(day)")
    }
    fixture.github.with { $0.communityHealth = nil }
    #expect(try await fixture.collect(hoursLater: 24 * 7).run.outcome == .complete)
    #expect(fixture.github.takeOperations().contains("profile"))
    let week = fixture.now.advanced(bySeconds: 7 * 86_400)
    #expect(try await fixture.profile()?.community == .init(readAt: week, health: nil))
  }

  @Test func `a refused part costs itself alone and names its permission`() async throws {
    let fixture = try CollectorFixture()
    fixture.github.with { $0.profile = Self.fields }
    try await fixture.collect()
    fixture.github.with { $0.refused = [.discussions] }
    let result = try await fixture.collect(hoursLater: 24)
    #expect(result.failures.map(\.stream) == [.snapshot])
    #expect(
      result.failures.first?.description
        == "GitHub did not give discussions of octo/tool (Resource not accessible by integration); "
        + "the token needs Discussions: read."
    )
    let profile = try await fixture.profile()
    #expect(profile?.topics == ["net"])
    #expect(profile?.licence == Profile.noLicence)
    #expect(profile?.discussions == 2, "what was known stays")
  }

  private static let fields: [JSONValue.Member] = [
    .init("languages", ["edges": [["size": 7, "node": ["name": "C"]]]]),
    .init("licenseInfo", .null), .init("repositoryTopics", ["nodes": [["topic": ["name": "net"]]]]),
    .init("discussions", ["totalCount": 2]),
  ]
}
