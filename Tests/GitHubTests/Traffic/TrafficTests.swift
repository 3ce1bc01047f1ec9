import FoundationEssentials
import HTTP
import Model
import Resilience
import TestSupport
import Testing

@testable import GitHub

struct TrafficTests {
  private static let replies: [(kind: TrafficDay.Kind, text: String)] = [
    (
      .views,
      """
      {"count": 14850, "uniques": 3782, "views": [
        {"timestamp": "2016-10-10T00:00:00Z", "count": 440, "uniques": 143}]}
      """
    ),
    (
      .clones,
      """
      {"count": 173, "uniques": 128, "clones": [
        {"timestamp": "2016-10-10T00:00:00Z", "count": 440, "uniques": 143}]}
      """
    ),
  ]

  @Test(arguments: replies)
  func `each kind has an address and a list of its own`(
    _ reply: (kind: TrafficDay.Kind, text: String)
  ) async throws {
    let fixture = try GitHubFixture([Response(200, text: reply.text)])
    let days = try await fixture.api.traffic(reply.kind, of: fixture.name)
    let day = try #require(Day("2016-10-10"))
    #expect(days == [TrafficDay(day: day, kind: reply.kind, count: 440, uniques: 143)])
    #expect(
      fixture.transport.requests.map(\.url.absoluteString)
        == ["https://api.github.com/repos/octo/tool/traffic/\(reply.kind.rawValue)?per=day"]
    )
  }

  @Test(arguments: ["{}", "[]", #"{"views": [{"count": 1}]}"#])
  func `another form than days is a failure`(_ text: String) async throws {
    let fixture = try GitHubFixture([Response(200, text: text)])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.traffic(.views, of: fixture.name)
    }
    #expect(failure.failureClass == .invalidResponse)
  }
}
