import Foundation
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct PrintTests {
  private func collected() async throws -> AppFixture {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    _ = await fixture.run("collect", "--repo", AppFixture.repository)
    return fixture
  }

  /// The keys of the outermost object in the order in which they stand.
  private func keys(_ json: String) -> [String] {
    json.split(separator: "\n")
      .filter { $0.hasPrefix("  \"") }
      .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
  }

  @Test func `documents have their keys in the documented order`() async throws {
    let fixture = try await collected()
    let metrics = await fixture.run("metrics", "--json")
    #expect(keys(metrics.output).starts(with: ["schema", "repository", "date", "metrics"]))
    let score = await fixture.run("score", "--json")
    #expect(
      keys(score.output) == [
        "schema", "repository", "date", "lifecycle", "score", "band", "published_band",
        "standard_error", "confidence", "coverage", "components",
      ]
    )
    let series = await fixture.run("series", "--metric", "stars", "--json")
    #expect(keys(series.output) == ["schema", "repository", "metric", "from", "to", "values"])
  }

  @Test func `a score and the metrics are tables for people`() async throws {
    let fixture = try await collected()
    try expectGolden(await fixture.run("score").output, named: "score.txt")
    try expectGolden(await fixture.run("metrics").output, named: "metrics.txt")
  }

  @Test func `what is asked of the store leaves no trace beside it`() async throws {
    let fixture = try await collected()
    _ = await fixture.run("score")
    #expect(try fixture.folder.names() == ["vitals.sqlite"])
    #expect(await fixture.run("store", "verify").status == .success)
    #expect(await fixture.run("store", "dump").output == (try await fixture.facts()))
  }

  @Test func `an unknown series names those that there are`() async throws {
    let outcome = await (try await collected()).run("series", "--metric", "likes")
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("there are commits, contributors"))
  }
}
