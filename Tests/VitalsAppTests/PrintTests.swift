import Foundation
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct PrintTests {
  private func collected() async throws -> AppFixture {
    try await CollectedStore.copy()
    return try AppFixture(in: TemporaryDirectory.current)
  }

  private struct Document: CustomTestStringConvertible {
    var command: String
    var keys: [String]
    /// The key of its list; nil where that is the last one.
    var list: String?
    /// Of an entry of the list.
    var entryKeys: [String]

    var testDescription: String { command }
  }

  private static let documents: [Document] = [
    Document(
      command: "metrics --date 2026-03-31",
      keys: ["schema", "repository", "date", "metrics", "profile"],
      list: "metrics",
      entryKeys: ["id", "value", "status", "since", "reason"]
    ),
    Document(
      command: "series --metric stars --from 2026-03-30 --to 2026-03-31",
      keys: ["schema", "repository", "metric", "from", "to", "values"],
      entryKeys: ["date", "value"]
    ),
    Document(
      command: "trend --metric commits",
      keys: [
        "schema", "repository", "metric", "date", "trends", "status", "days_known", "days_needed",
      ],
      list: "trends",
      entryKeys: ["days", "slope", "lo95", "hi95", "change", "p", "trend"]
    ),
    Document(
      command: "forecast --metric commits",
      keys: [
        "schema", "repository", "metric", "date", "status", "model", "horizon", "days", "totals",
        "backtest", "days_known", "days_needed",
      ],
      list: "days",
      entryKeys: ["date", "mean", "lo80", "hi80", "lo95", "hi95"]
    ),
    Document(
      command: "forecast --metric stars.total",
      keys: [
        "schema", "repository", "metric", "date", "status", "model", "horizon", "days", "totals",
        "backtest", "days_known", "days_needed",
      ],
      list: "totals",
      entryKeys: ["days", "mean", "lo80", "hi80"]
    ),
    Document(
      command: "anomalies --metric commits",
      keys: [
        "schema", "repository", "metric", "from", "to", "findings", "days_judged", "status",
        "days_known", "days_needed",
      ],
      list: "findings",
      entryKeys: [
        "date", "class", "direction", "ratio", "severity", "test", "observed", "expected", "votes",
      ]
    ),
    Document(
      command: "score",
      keys: [
        "schema", "repository", "date", "lifecycle", "score", "band", "published_band",
        "standard_error", "confidence", "coverage", "components",
      ],
      entryKeys: [
        "id", "score", "weight", "points", "standard_error", "events", "status", "reason",
        "inputs",
      ]
    ),
    Document(
      command: "score --from 2026-03-30 --to 2026-03-31",
      keys: ["schema", "repository", "from", "to", "alerts", "days"],
      entryKeys: [
        "date", "score", "standard_error", "confidence", "band", "published_band", "drop",
        "threshold", "state",
      ]
    ),
    Document(
      command: "store info",
      keys: ["schema", "path", "bytes", "version", "runs", "recent_runs", "repositories"],
      entryKeys: ["id", "name", "rows", "streams", "newest_snapshot"]
    ),
    Document(
      command: "run",
      keys: [
        "schema", "started", "finished", "outcome", "repositories", "requests", "errors",
        "delivered", "limits",
      ],
      list: "delivered",
      entryKeys: ["kind", "subject", "action", "url"]
    ),
  ]

  @Test(arguments: documents)
  private func `a document has its keys in the documented order`(_ row: Document) async throws {
    try await CollectedStore.copy()
    let outcome = try await AppFixture(in: TemporaryDirectory.current)
      .vitals("\(row.command) --json --quiet")
    #expect(outcome.status == .success)
    #expect(outcome.talk == "")
    #expect(outcome.json != nil)
    #expect(keys(in: outcome.output, indent: 2) == row.keys)
    let name = try #require(row.list ?? row.keys.last)
    let list = try #require(outcome.output.range(of: "\n  \"\(name)\": ["))
    let rest = outcome.output[list.upperBound...]
    let end = rest.range(of: "\n  ]")?.lowerBound ?? rest.endIndex
    let entries = keys(in: String(rest[..<end]), indent: 6)
    #expect(!entries.isEmpty)
    let expected = repeatElement(row.entryKeys, count: entries.count / row.entryKeys.count)
    #expect(entries == expected.flatMap(\.self))
  }

  /// Keys that stand `indent` blanks from the left, in their order.
  private func keys(in document: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent) + "\""
    return document.split(separator: "\n").filter { $0.hasPrefix(margin) }
      .compactMap { $0.dropFirst(margin.count).split(separator: "\"").first.map(String.init) }
  }

  @Test func `a score, the metrics and a series are tables for people`() async throws {
    let fixture = try await collected()
    try expectGolden(await fixture.run("score").output, named: "score.txt")
    let scores = try await fixture.vitals("score --from 2026-03-01")
    try expectGolden(scores.output, named: "scores.txt")
    try expectGolden(await fixture.run("metrics").output, named: "metrics.txt")
    let series = try await fixture.vitals("series --metric stars --from 2026-03-18")
    try expectGolden(series.output, named: "series.txt")
  }

  @Test func `what is asked of the store leaves no trace beside it`() async throws {
    let fixture = try await collected()
    _ = await fixture.run("score")
    #expect(try fixture.folder.names() == ["vitals.sqlite"])
    #expect(await fixture.run("store", "verify").status == .success)
    #expect(await fixture.run("store", "dump").output == (try await fixture.facts()))
  }

  @Test(arguments: ["score --to", "score --date", "metrics --date", "report --date"])
  func `a day that was never read is unknown and not empty`(_ line: String) async throws {
    let fixture = try await collected()
    let outcome = try await fixture.vitals("\(line) 2099-01-01", now: "2099-02-01T06:00:00Z")
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("is known up to 2026-03-31, not to 2099-01-01"))
  }

  @Test func `without a day the last one that was read is told, however long ago`() async throws {
    let fixture = try await collected()
    let later = "2026-07-01T06:00:00Z"
    let metrics = try await fixture.vitals("metrics --json", now: later)
    #expect(metrics.json?["date"] as? String == "2026-03-31")
    let series = try await fixture.vitals("series --metric commits --to 2026-04-02", now: later)
    #expect(series.output.contains("2026-04-02  unknown"))
  }

  @Test func `an unknown series names those that there are`() async throws {
    let outcome = await (try await collected()).run("series", "--metric", "likes")
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("there are commits, contributors"))
  }
}
