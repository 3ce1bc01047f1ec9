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

  @Test func `every bad cell of a file is told at once, and nothing is computed`() async throws {
    try TemporaryDirectory.current.write(
      Array("2026-03-01,1\n2026-03-02,-1\n2026-03-03,0x10\n".utf8),
      to: "bad.csv"
    )
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    for command in ["trend", "forecast", "anomalies"] {
      let outcome = try await fixture.vitals("\(command) --series FOLDER/bad.csv --json")
      #expect(outcome.status == .usage && outcome.output == "")
      #expect(outcome.lines.count == 3)
      #expect(outcome.lines.first?.hasPrefix("FOLDER/bad.csv:2: error: `-1` is less") == true)
      #expect(outcome.lines.dropFirst().first?.hasPrefix("FOLDER/bad.csv:3: error: `0x10`") == true)
      #expect(
        outcome.lines.last
          == "error: The file FOLDER/bad.csv has 2 lines that cannot be read; mend them first."
      )
    }
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

  /// A series, and what is to be said of it in place of a finding.
  private struct Short: CustomTestStringConvertible {
    var command: String
    var values: [String]
    var words: String
    var status: String
    var known: Int
    var needed: Int

    var testDescription: String { "\(command) of \(values.count)" }
  }

  private static func zeros(_ count: Int) -> [String] { [String](repeating: "0", count: count) }
  private static func unknown(_ count: Int) -> [String] { [String](repeating: "", count: count) }
  private static func ones(_ count: Int) -> [String] { [String](repeating: "1", count: count) }

  private static let short: [Short] = [
    Short(
      command: "anomalies",
      values: ones(21),
      words:
        "Too little history to judge these days: 21 days are known up to 2025-12-22, and a day is "
        + "judged when it is known and 21 of the 84 before it are.",
      status: "too little history",
      known: 21,
      needed: 21
    ),
    Short(
      command: "anomalies",
      values: unknown(60),
      words: "Too little history to judge these days: no day is known up to 2026-01-30",
      status: "too little history",
      known: 0,
      needed: 21
    ),
    Short(
      command: "anomalies",
      values: ones(22),
      words: "Nothing was unlike what was to be expected.\n21 of the 22 days could not be judged: "
        + "unknown, or with fewer than 21 known among the 84 before them.",
      status: "ok",
      known: 22,
      needed: 21
    ),
    Short(
      command: "trend",
      values: ones(50) + unknown(1) + ones(90),
      words:
        "Too little history for a trend: 90 days are known without a gap up to 2026-04-21, 91 are "
        + "needed.",
      status: "too little history",
      known: 90,
      needed: 91
    ),
    Short(
      command: "forecast",
      values: ones(1),
      words: "no forecast, 1 day is known; 7 are needed",
      status: "no forecast",
      known: 1,
      needed: 7
    ),
    Short(
      command: "forecast",
      values: ones(20),
      words: "early estimate, 20 days are known; 21 are needed for a full one",
      status: "early estimate",
      known: 20,
      needed: 21
    ),
    Short(
      command: "forecast",
      values: zeros(40),
      words: "no forecast, nothing has happened on any of the last 40 days",
      status: "stopped",
      known: 40,
      needed: 21
    ),
    Short(
      command: "forecast",
      values: ones(30) + zeros(9),
      words: "stopped, nothing has happened for 9 days, much longer than ever before",
      status: "stopped",
      known: 39,
      needed: 21
    ),
  ]

  @Test(arguments: short)
  private func `too little history is told with how much there is and is needed`(
    _ row: Short
  ) async throws {
    let first = try #require(Day("2025-12-02"))
    let lines = row.values.enumerated().map { "\(first.advanced(by: $0)),\($1)\n" }
    try TemporaryDirectory.current.write(Array(lines.joined().utf8), to: "short.csv")
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    let line = "\(row.command) --series FOLDER/short.csv"
    let text = try await fixture.vitals(line)
    #expect(text.status == .success && text.output.contains(row.words), "\(text.output)")
    let document = try #require(try await fixture.vitals("\(line) --json").json)
    #expect(document["status"] as? String == row.status)
    #expect(document["days_known"] as? Int == row.known)
    #expect(document["days_needed"] as? Int == row.needed)
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
