import Foundation
import Model
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct SeriesCommandTests {
  private func collected() async throws -> AppFixture {
    try await CollectedStore.copy()
    return try AppFixture(in: TemporaryDirectory.current)
  }

  private static let tables = [
    "trend --metric stars", "forecast --metric commits", "forecast --metric stars.total",
    "forecast --metric commits --model linear", "anomalies --metric issues.opened",
  ]

  @Test func `trend, forecast and anomalies are tables for people`() async throws {
    let fixture = try await collected()
    var text = ""
    for line in Self.tables {
      let outcome = try await fixture.vitals(line)
      #expect(outcome.status == .success && outcome.talk == "")
      text += "vitals \(line)\n\n\(outcome.output)"
    }
    try expectGolden(text, named: "analytics.txt")
  }

  @Test func `a file needs no store, and its document no repository`() async throws {
    let file = TemporaryDirectory.current.path + "/visitors.csv"
    let lines = (1...31).map { "2026-03-\($0 < 10 ? "0" : "")\($0),\($0 % 5 + 3)\n" }
    try lines.joined().write(toFile: file, atomically: true, encoding: .utf8)
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    for command in ["trend", "forecast", "anomalies"] {
      let outcome = await fixture.run(command, "--series", file, "--json")
      let document = try #require(outcome.json)
      #expect(document["schema"] as? String == "repo-vitals/\(command)/1")
      #expect(document["repository"] is NSNull && document["metric"] is NSNull)
    }
    #expect(try fixture.folder.names() == ["visitors.csv"])
  }

  /// A file of little or nothing, and whether it is enough for a forecast.
  private static let sparse: [(name: String, values: [String], isForecast: Bool)] = [
    ("constant", [String](repeating: "7", count: 120), true),
    ("zeros", [String](repeating: "0", count: 120), false),
    ("unknown", [String](repeating: "", count: 60), false),
    ("one day", ["5"], false),
    ("header only", [], false),
  ]

  @Test(arguments: sparse)
  func `a file of little has no findings, and a forecast of numbers or none`(
    _ row: (name: String, values: [String], isForecast: Bool)
  ) async throws {
    let file = TemporaryDirectory.current.path + "/sparse.csv"
    let first = try #require(Day("2025-12-02"))
    let lines = row.values.enumerated().map { "\(first.advanced(by: $0)),\($1)\n" }
    try ("date,value\n" + lines.joined()).write(toFile: file, atomically: true, encoding: .utf8)
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let anomalies = await fixture.run("anomalies", "--series", file, "--json")
    #expect(anomalies.status == .success)
    let findings = try #require(anomalies.json)["findings"] as? [Any]
    #expect(findings?.isEmpty == true)
    let forecast = await fixture.run("forecast", "--series", file, "--json")
    #expect(forecast.status == .success)
    let document = try #require(forecast.json)
    let days = try #require(document["days"] as? [[String: Any]])
    #expect(days.isEmpty == !row.isForecast)
    for day in days {
      let ends = ["lo95", "lo80", "mean", "hi80", "hi95"].compactMap { day[$0] as? Double }
      #expect(ends.count == 5 && ends == ends.sorted())
    }
    for command in ["trend", "forecast", "anomalies"] {
      #expect(await fixture.run(command, "--series", file).status == .success)
    }
  }

  @Test func `a running total goes on from where it stands`() async throws {
    let fixture = try await collected()
    let gains = try #require(try await fixture.vitals("forecast --metric stars --json").json)
    let total = try #require(try await fixture.vitals("forecast --metric stars.total --json").json)
    func means(_ document: [String: Any], _ key: String) -> [Double] {
      (document[key] as? [[String: Any]] ?? []).compactMap { $0["mean"] as? Double }
    }
    let gain = try #require(means(gains, "totals").last)
    let end = try #require(means(total, "days").last)
    let metrics = try #require(try await fixture.vitals("metrics --json").json)
    let stars = (metrics["metrics"] as? [[String: Any]])?
      .first { $0["id"] as? String == "stars.total" }
    let now = try #require(stars?["value"] as? Double)
    #expect(abs(end - now - gain) < 1e-6)
  }

  private static let faults: [(line: String, message: String)] = [
    ("trend --series nowhere.csv", "There is no file nowhere.csv; check --series."),
    ("trend --metric stars.total", "There is no daily series `stars.total`; there are commits,"),
    ("forecast --metric likes", "downloads, stars.total, forks.total."),
  ]

  @Test(arguments: faults)
  func `what cannot be looked at is told`(_ row: (line: String, message: String)) async throws {
    let outcome = try await collected().vitals(row.line)
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains(row.message))
  }
}
