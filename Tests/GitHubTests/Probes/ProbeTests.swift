import FoundationEssentials
import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

struct ProbeTests {
  private static let answers: [(permission: Permission, status: Int, isGiven: Bool)] = [
    (.contentsRead, 200, true), (.contentsRead, 409, true), (.contentsRead, 404, false),
    (.issuesRead, 410, true), (.issuesRead, 403, false), (.issuesWrite, 422, true),
    (.issuesWrite, 403, false), (.issuesWrite, 404, false), (.pullsWrite, 422, true),
    (.pullsWrite, 403, false), (.pullsWrite, 404, false), (.contentsWrite, 422, true),
    (.contentsWrite, 403, false), (.actionsWrite, 404, true), (.actionsWrite, 403, false),
    (.administrationRead, 200, true), (.administrationRead, 403, false),
  ]

  @Test(arguments: answers)
  func `an answer tells whether a permission is there`(
    _ row: (permission: Permission, status: Int, isGiven: Bool)
  ) async throws {
    let fixture = try GitHubFixture([Response(row.status, text: "{}")])
    #expect(try await fixture.api.has(row.permission, in: fixture.name) == row.isGiven)
  }

  @Test(arguments: [Permission.issuesWrite, .pullsWrite, .contentsWrite, .actionsWrite])
  func `a permission to write is tried with a request that cannot be carried out`(
    _ permission: Permission
  ) async throws {
    let fixture = try GitHubFixture([Response(422, text: "{}")])
    _ = try await fixture.api.has(permission, in: fixture.name)
    let request = try #require(fixture.transport.requests.first)
    #expect(["{}", ""].contains(fixture.bodies.first))
    #expect(request.url.path.hasSuffix(permission == .actionsWrite ? "/caches/0" : "s"))
  }

  @Test func `limits and the clock come with the look at the repository`() async throws {
    let limits = #"{"resources":{"core":{"limit":9,"remaining":8,"reset":7},"search":{}}}"#
    let fixture = try GitHubFixture([
      Response(200, ["Date": "Wed, 01 Apr 2026 06:00:00 GMT"], text: #"{"private":true}"#),
      Response(200, text: limits.replacing(#","search":{}"#, with: "")),
    ])
    let standing = try await fixture.api.standing(of: fixture.name)
    #expect(standing.status == 200 && standing.isPrivate == true)
    #expect(standing.date == Timestamp("2026-04-01T06:00:00Z"))
    #expect(
      standing.limits
        == [.init(resource: "core", limit: 9, remaining: 8, resetAt: Timestamp(seconds: 7))]
    )
  }
}
