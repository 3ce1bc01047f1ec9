import CurlTransport
import Foundation
import GitHubSimulator
import HTTP
import Model
import TestSupport
import Testing

@testable import VitalsApp

extension AppFixture {
  static let nextDay = "2026-04-02T06:00:00Z"

  /// Runs a command line on the simulated repository, with every file inside the folder.
  ///
  /// - Parameters:
  ///   - line: The arguments, parted by spaces; `FOLDER` is the folder.
  ///   - now: What time it is, for GitHub as well.
  ///   - settings: The text of the settings file.
  ///   - variables: Laid over the environment; nil takes one out.
  /// - Returns: What it said, with `FOLDER` for the folder.
  /// - Throws: When the settings cannot be written.
  @discardableResult
  func vitals(
    _ line: String,
    now: String = now,
    settings: String = "",
    variables: [String: String?] = [:]
  ) async throws -> Outcome {
    github.setClock(try #require(Timestamp(now)))
    try folder.write(Array(settings.utf8), to: "vitals.yml")
    var outcome = await run(
      words: words(of: line),
      now: now,
      variables: ["GITHUB_REPOSITORY": Self.repository].merging(variables) { $1 }
    )
    outcome.output = outcome.output.replacing(folder.path, with: "FOLDER")
    outcome.talk = outcome.talk.replacing(folder.path, with: "FOLDER")
    return outcome
  }

  /// The words of a line, with the options that keep its command inside the folder.
  private func words(of line: String) -> [String] {
    var words = line.replacing("FOLDER", with: folder.path).split(separator: " ").map(String.init)
    let command = CommandTable.available.first {
      words.starts(with: $0.name.split(separator: " ").map(String.init))
    }
    let places = [
      ("--config", folder.file("vitals.yml")), ("--output", folder.file("reports")),
      ("--store", "sqlite:\(store)"),
    ]
    for (option, place) in places where !words.contains(option) {
      if let command, command.allOptions.contains(where: { $0.name == option }) {
        words += [option, place]
      }
    }
    return words
  }

  /// What a step of a workflow has in its environment, with its summary in the folder.
  var workflowVariables: [String: String?] {
    ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder.file("summary.md")]
  }

  /// The requests so far that changed something.
  var writes: [String] { takeRequests(after: 0).writes }

  /// The text of a file in the folder.
  func text(of name: String) throws -> String {
    String(decoding: try folder.bytes(of: name), as: UTF8.self)
  }
}

extension AppFixture {
  /// An issue as GitHub shows it.
  struct Issue: Decodable {
    struct Label: Decodable { var name: String }
    var title: String
    var body: String
    var state: String
    var labels: [Label]
  }

  func issue(_ number: Int) async throws -> Issue {
    let response = try await send(.get, "issues/\(number)")
    return try JSONDecoder().decode(Issue.self, from: Data(response.body))
  }

  /// Does what a person does who closes an issue.
  func closeIssue(_ number: Int) async throws { try await setState("closed", of: number) }

  /// Does what a person does who closes an issue or opens it again.
  func setState(_ state: String, of number: Int) async throws {
    let response = try await send(.patch, "issues/\(number)", #"{"state":"\#(state)"}"#)
    try #require(response.status == 200)
  }

  private func send(
    _ method: Request.Method,
    _ path: String,
    _ body: String = ""
  ) async throws -> Response {
    let url = try #require(URL(string: "\(github.baseURL)/repos/\(Self.repository)/\(path)"))
    let headers: Headers = ["Authorization": "Bearer demo"]
    return try await CurlTransport()
      .send(Request(method, url, headers: headers, body: Array(body.utf8)))
  }
}

extension AppFixture.Outcome {
  /// The lines of standard error.
  var lines: [String] { talk.split(separator: "\n").map(String.init) }

  /// The number of the first issue that is talked about.
  var issueNumber: Int? { talk.firstMatch(of: /issues\/([0-9]+)/).flatMap { Int($0.1) } }
}
