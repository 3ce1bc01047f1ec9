import FoundationEssentials
import HTTP
import Model
import TestSupport
import Testing

@testable import GitHub

struct RESTTests {
  private let api: GitHubAPI

  init() throws { api = try GitHubFixture([]).api }

  @Test func `a plus in a query is encoded, since servers read it as a space`() {
    let url = api.url(["search"], query: [("q", "c++"), ("since", "2026-01-01T00:00:00+00:00")])
    #expect(
      url.absoluteString
        == "https://api.github.com/search?q=c%2B%2B&since=2026-01-01T00:00:00%2B00:00"
    )
  }

  @Test func `a query value cannot add another`() {
    let url = api.url(["x"], query: [("label", "a&b=c#d é")])
    #expect(url.absoluteString == "https://api.github.com/x?label=a%26b%3Dc%23d%20%C3%A9")
  }

  @Test(arguments: ["octo_acme/on", "-ACE-/no", "gil--/0123", "octo/.github", "octo/a.b"])
  func `an odd name keeps its spelling in a path`(_ text: String) throws {
    let name = try #require(RepositoryName(text))
    #expect(
      api.url(api.path(name, "labels")).absoluteString
        == "https://api.github.com/repos/\(text)/labels"
    )
  }

  @Test func `a path component cannot leave its place`() {
    #expect(
      api.url(["repos", "a b", "c?d"]).absoluteString
        == "https://api.github.com/repos/a%20b/c%3Fd"
    )
  }
}
