import FoundationEssentials
import HTTP
import Model
import Resilience
import TestSupport
import Testing

@testable import GitHub

struct StarHistoryTests {
  // 2026-03-29 and 2026-03-22, both Sundays.
  private let weeks = """
    [{"week": 1774742400, "days": [1, 0, 2, 0, 0, 0, 9]},
     {"week": 1774137600, "days": [0, 0, 0, 0, 0, 0, 4]}]
    """

  @Test func `days come in ascending order, those to come included`() async throws {
    let fixture = try GitHubFixture([Response(200, text: weeks)])
    let page = try await fixture.api.starHistory(of: fixture.name)
    #expect(page.days.map(\.day) == Array(page.days.map(\.day)).sorted())
    #expect(page.days.count == 14)
    #expect(page.days.first?.day.description == "2026-03-22")
    #expect(page.days.last == StarDay(day: try #require(Day("2026-04-04")), count: 9))
    #expect(page.days.first { $0.day.description == "2026-03-29" }?.count == 1)
    #expect(page.next == nil)
  }

  @Test func `the newest page is asked for first, and the next one as GitHub says`() async throws {
    let next = "https://api.github.com/repositories/7/stargazers/history?page=2"
    let fixture = try GitHubFixture([
      Response(200, ["Link": "<\(next)>; rel=\"next\""], text: weeks), Response(200, text: "[]"),
    ])
    let first = try await fixture.api.starHistory(of: fixture.name)
    #expect(first.next?.absoluteString == next)
    let second = try await fixture.api.starHistory(of: fixture.name, page: first.next)
    #expect(second == StarHistoryPage(days: [], next: nil))
    #expect(
      fixture.transport.requests.map(\.url.absoluteString) == [
        "https://api.github.com/repos/octo/tool/stargazers/history?per_page=30", next,
      ]
    )
  }

  @Test func `a server without the endpoint is told by its class`() async throws {
    let fixture = try GitHubFixture([Response(404, text: #"{"message": "Not Found"}"#)])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.starHistory(of: fixture.name)
    }
    #expect(failure.failureClass == .notFound)
    #expect(failure.request == "GET /repos/octo/tool/stargazers/history")
  }

  @Test(arguments: ["{}", #"[{"week": 1}]"#, #"[{"week": "x", "days": []}]"#, "<html>"])
  func `another form than weeks of days is a failure`(_ text: String) async throws {
    let fixture = try GitHubFixture([Response(200, text: text)])
    let failure = try await GitHubFixture.failure {
      try await fixture.api.starHistory(of: fixture.name)
    }
    #expect(failure.failureClass == .invalidResponse)
  }
}
