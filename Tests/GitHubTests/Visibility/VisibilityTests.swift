import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

struct VisibilityTests {
  @Test func `many repositories are asked about in one document, values apart from it`()
    async throws
  {
    let reply = """
      {"data": {"r0": {"isPrivate": false}, "r1": {"isPrivate": true}, "r2": null},
       "errors": [{"type": "NOT_FOUND", "path": ["r2"], "message": "Could not resolve"}]}
      """
    let fixture = try GitHubFixture([Response(200, text: reply)])
    let names = ["octo/open", "octo/closed", "octo/none"].compactMap { RepositoryName($0) }
    let found = try await fixture.api.visibility(of: names)
    #expect(names.map { found[$0] } == [.everybody, .members, .hidden])
    let body = try #require(fixture.bodies.first)
    #expect(body.contains("r2: repository(owner: $o2, name: $n2) { isPrivate }"))
    #expect(body.contains(#""o0":"octo","n0":"open""#))
  }

  @Test func `of nothing nothing is asked`() async throws {
    let fixture = try GitHubFixture([])
    #expect(try await fixture.api.visibility(of: []).isEmpty)
  }
}
