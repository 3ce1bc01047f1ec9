import CurlTransport
import Foundation
import GitHubSimulator
import HTTP
import Model
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import VitalsApp

/// Two repositories that are collected, and a third that may keep their issue.
struct SeveralRepositories {
  static let home = "octo-org/home"
  static let names = [AppFixture.repository, SecondRepository.name]

  let fixture: AppFixture
  let second: SimulatedGitHub
  let third: SimulatedGitHub

  /// - Parameters:
  ///   - isSecondPrivate: Whether the second one is, in the store as well.
  ///   - isHomePrivate: Whether the third one is.
  ///   - middlewares: What else stands between the program and its transport.
  /// - Throws: When a simulator cannot start.
  init(
    isSecondPrivate: Bool = false,
    isHomePrivate: Bool = false,
    through middlewares: [any Middleware] = []
  ) async throws {
    second = try #require(SimulatedGitHub(AppFixture.life, token: "demo"))
    third = try #require(SimulatedGitHub(AppFixture.life, token: "demo"))
    let folder = TemporaryDirectory.current
    try folder.write(try await Self.collected.value, to: "vitals.sqlite")
    fixture = try AppFixture(
      in: folder,
      through: middlewares + [
        SecondRepository(github: second, isPrivate: isSecondPrivate),
        SecondRepository(
          github: third,
          name: Self.home,
          id: 731_204_555,
          isPrivate: isHomePrivate
        ),
      ]
    )
  }

  /// Runs a command on both, with settings that keep alerts out of the way.
  @discardableResult
  func vitals(
    _ line: String,
    now: String = AppFixture.now,
    home: String?,
    report: String = "weekly",
    variables: [String: String?] = [:]
  ) async throws -> AppFixture.Outcome {
    for github in [second, third] { github.setClock(try #require(Timestamp(now))) }
    let issues = home.map { "delivery: {issues: {repository: \($0)}}, " } ?? ""
    return try await fixture.vitals(
      line,
      now: now,
      settings: """
        {github: {repositories: [\(Self.names.joined(separator: ", "))]}, \(issues)report: \
        {health_issue: \(report)}, alerts: {health_drop: {points: 90}}}
        """,
      variables: variables
    )
  }

  /// Requests so far, to any of the three, that changed something.
  var writes: [String] {
    [fixture.github, second, third]
      .flatMap(\.requests)
      .filter { $0.method != "GET" && $0.operation == nil }
      .map { "\($0.method) \($0.path)" }
  }

  var requests: Int { [fixture.github, second, third].map(\.requests.count).reduce(0, +) }

  /// An issue of the third one.
  func issueAtHome(_ number: Int) async throws -> AppFixture.Issue {
    let url = try #require(
      URL(string: "\(third.baseURL)/repos/\(AppFixture.repository)/issues/\(number)")
    )
    let response = try await CurlTransport()
      .send(Request(.get, url, headers: ["Authorization": "Bearer demo"]))
    return try JSONDecoder().decode(AppFixture.Issue.self, from: Data(response.body))
  }

  /// Collected once for all tests.
  private static let collected = Task {
    let folder = FileManager.default.temporaryDirectory
      .appending(component: "vitals-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let second = try #require(SimulatedGitHub(AppFixture.life, token: "demo"))
    let now = try #require(Timestamp(AppFixture.now))
    second.setClock(now)
    let fixture = try AppFixture(in: folder, through: [SecondRepository(github: second)])
    let outcome = try await fixture.vitals(
      "collect --repo \(names[0]) --repo \(names[1])"
    )
    try #require(outcome.status == .success, "\(outcome.talk)")
    return try folder.bytes(of: "vitals.sqlite")
  }
}
