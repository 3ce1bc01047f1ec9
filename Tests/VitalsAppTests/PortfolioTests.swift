import Foundation
import Model
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import VitalsApp

/// A store of three repositories, one of them private.
@Suite(.temporaryDirectory)
struct PortfolioTests {
  private static let names = ["octo-org/home", "octo-org/open", "octo-org/closed"]

  private func fixture(variables: [String: String] = [:]) async throws -> AppFixture {
    let folder = TemporaryDirectory.current
    let store = try await SQLiteStorage.open(path: folder.path + "/vitals.sqlite")
    for (index, name) in Self.names.enumerated() {
      let id = RepositoryID(rawValue: index + 1)
      let record = Repository(
        id: id,
        name: try #require(RepositoryName(name)),
        createdAt: try #require(Timestamp("2026-03-01T00:00:00Z")),
        isPrivate: name.hasSuffix("closed")
      )
      try await store.apply(Changes(repository: id, record: record))
    }
    try await store.close()
    return try AppFixture(in: folder, variables: variables)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try TemporaryDirectory.current.bytes(of: name), as: UTF8.self)
  }

  private static let workflow = [
    "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "octo-org/home", "GITHUB_RUN_ID": "1",
  ]

  @Test func `a portfolio tells of every repository in the store`() async throws {
    let fixture = try await fixture()
    let outcome = await fixture.portfolio(of: [])
    #expect(outcome.status == .success, "\(outcome.talk)")
    #expect(outcome.talk.contains("3\u{A0}repositories: \(fixture.folder.path)/portfolio.md"))
    let text = try text("portfolio.md")
    #expect(text.contains("## None of 3 repositories needs someone"))
    for name in Self.names { #expect(text.contains("https://github.com/\(name))")) }
  }

  @Test func `a portfolio tells of the repositories that are named`() async throws {
    let fixture = try await fixture()
    let outcome = await fixture.portfolio(of: Self.names.suffix(2), "--format", "json")
    #expect(outcome.status == .success, "\(outcome.talk)")
    let text = try text("portfolio.json")
    #expect(!text.contains(Self.names[0]))
    #expect(text.contains(Self.names[1]) && text.contains(Self.names[2]))
  }

  @Test func `a private repository stands in no portfolio of a public one's workflow`() async throws
  {
    let fixture = try await fixture(variables: Self.workflow)
    let outcome = await fixture.portfolio(of: Self.names)
    #expect(outcome.status == .success, "\(outcome.talk)")
    let text = try text("portfolio.md")
    #expect(text.contains("## None of 2 repositories needs someone"))
    #expect(!text.contains("closed") && !outcome.talk.contains("closed"))
    #expect(outcome.talk.contains("was left out"))
  }

  @Test func `where no repository may be told of, nothing is written`() async throws {
    let fixture = try await fixture(variables: Self.workflow)
    let outcome = await fixture.portfolio(of: Self.names.suffix(1))
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("No repository may be reported on here"))
    #expect(throws: (any Error).self) { try text("portfolio.md") }
  }
}

extension AppFixture {
  /// Writes the portfolio of these repositories into the fixture's folder.
  fileprivate func portfolio(of names: some Sequence<String>, _ words: String...) async -> Outcome {
    let place = ["--store", "sqlite:\(folder.path)/vitals.sqlite", "--output", folder.path]
    let named = names.flatMap { ["--repo", $0] }
    return await run(words: ["report", "portfolio"] + place + named + words, now: Self.now)
  }
}
