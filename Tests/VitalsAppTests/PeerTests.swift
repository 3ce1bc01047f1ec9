import Foundation
import Model
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import VitalsApp

/// A store of twelve made-up repositories.
@Suite(.temporaryDirectory)
struct PeerTests {
  /// The repository with this number answers so many of its ten issues within the week.
  private func changes(_ number: Int, answers: Int, isPrivate: Bool) throws -> Changes {
    let name = try #require(RepositoryName("octo-org/repo-\(number)"))
    let creation = try #require(Timestamp("2025-01-01T00:00:00Z"))
    func time(_ hours: Int) throws -> Timestamp {
      try #require(Timestamp("2026-01-10T00:00:00Z")).advanced(bySeconds: hours * 3_600)
    }
    let people = (1...4).map { Account(id: 10 * number + $0, login: "p\(number)-\($0)") }
    let items = try (1...10)
      .map { index in
        Item(
          number: index,
          kind: .issue,
          title: "Question \(index)",
          author: people[index % 4],
          createdAt: try time(100 * index),
          updatedAt: try time(2_000),
          comments: Nested(
            index <= answers
              ? [
                Comment(
                  id: 1_000 * number + index,
                  author: people[(index + 1) % 4],
                  createdAt: try time(100 * index + 5)
                )
              ] : [],
            isWhole: true
          )
        )
      }
    let commits = try (0..<60)
      .map { index in
        Commit(
          oid: "\(number)-\(index)",
          committedAt: try time(32 * index),
          author: people[index % 4],
          email: "p@example.org"
        )
      }
    return Changes(
      repository: RepositoryID(rawValue: number),
      record: Repository(
        id: RepositoryID(rawValue: number),
        name: name,
        createdAt: creation,
        isPrivate: isPrivate
      ),
      commits: commits,
      items: items,
      streams: Dictionary(
        uniqueKeysWithValues: Model.Stream.allCases.map { ($0, StreamState(horizon: .complete)) }
      )
    )
  }

  private func report(others: Int, private hidden: Int = 0) async throws -> String {
    let folder = TemporaryDirectory.current
    let store = try await SQLiteStorage.open(path: folder.path + "/vitals.sqlite")
    for number in 1...others + 1 {
      let answers = number == 1 ? 5 : number % 11
      let isPrivate = number > others + 1 - hidden
      try await store.apply(try changes(number, answers: answers, isPrivate: isPrivate))
    }
    try await store.close()
    let fixture = try AppFixture(in: folder)
    let outcome = await fixture.run(
      "report",
      "--repo",
      "octo-org/repo-1",
      "--output",
      folder.path
    )
    try #require(outcome.status == .success, "\(outcome.talk)")
    return String(decoding: try folder.bytes(of: "health.md"), as: UTF8.self)
  }

  @Test func `a report compares with eleven others of similar size`() async throws {
    let report = try await report(others: 11)
    #expect(report.contains("### Compared with 11 repositories of similar size"))
    #expect(report.contains("Others with 1 to 13 active people. Rates only."))
    // Of 2, 3 … 10 answers, 0 and 1: five have fewer than five answers.
    #expect(report.contains("Answers within 7 days: in the middle, better than 5 (could be"))
    #expect(report.contains("Regulars still active: in the middle, better than 0 (could be"))
    #expect(!report.contains("Comparison with others"))
  }

  @Test func `too few public ones are said to be too few`() async throws {
    let report = try await report(others: 11, private: 4)
    #expect(!report.contains("### Compared with"))
    #expect(report.contains("Seven others of similar size are known; it takes eight"))
  }
}
