import Foundation
import Model
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import VitalsApp

/// The scores that reports gave, and what a later report says of them.
@Suite(.temporaryDirectory)
struct PublishedScoreTests {
  @Test func `a run keeps the score it published, and a later report marks what moved`()
    async throws
  {
    let folder = TemporaryDirectory.current
    let fixture = try AppFixture(in: folder)
    try #require(await fixture.runDaily().status == .success)
    let store = try await SQLiteStorage.open(path: folder.path + "/vitals.sqlite")
    let repository = try #require(try await store.repositories().first).id
    let published = try await store.publishedScores(of: repository)
    let day = try #require(Day("2026-03-31"))
    #expect(published.map(\.day) == [day])
    #expect(
      String(decoding: try folder.bytes(of: "reports/health.md"), as: UTF8.self)
        .contains("other scores") == false
    )

    let told = PublishedScore(day: day.advanced(by: -3), score: 12)
    try await store.apply(Changes(repository: repository, publishedScores: [told]))
    try await store.close()
    let outcome = await fixture.run("report", "--output", folder.path + "/reports")
    try #require(outcome.status == .success)
    let report = String(decoding: try folder.bytes(of: "reports/health.md"), as: UTF8.self)
    #expect(report.contains("Earlier reports gave other scores: 28\u{A0}March: 12, now "))
  }

  @Test func `a dry run keeps none`() async throws {
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    try #require(await fixture.runDaily("--dry-run").status == .success)
    let store = try await SQLiteStorage.open(
      path: TemporaryDirectory.current.path + "/vitals.sqlite"
    )
    let repository = try #require(try await store.repositories().first).id
    #expect(try await store.publishedScores(of: repository).isEmpty)
    try await store.close()
  }
}
