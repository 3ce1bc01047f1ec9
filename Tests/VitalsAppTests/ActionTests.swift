import Foundation
import TestSupport
import Testing
import YAML

@testable import VitalsApp

/// Holds the action against the program that it runs.
struct ActionTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// Options of `run` without an input: a step's log is for Actions, and its output for nobody.
  private static let left: Set<String> = ["--json", "--quiet", "--log-format", "--help"]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func action() throws -> YAMLNode {
    try #require(try YAMLDocument(parsing: Array(try text("action.yml").utf8)).root)
  }

  private static func options() throws -> [OptionDescription] {
    let run = try #require(CommandTable.commands.first { $0.name == "run" })
    return run.allOptions.filter { !left.contains($0.name) }
  }

  @Test func `every option of a run is an input with the same words`() throws {
    let inputs = try #require(try Self.action()["inputs"])
    for option in try Self.options() {
      let name = String(option.name.dropFirst(2))
      let input = try #require(inputs[name], "action.yml lacks the input \(name)")
      #expect(input["description"]?.text == option.summary)
      #expect(input["default"]?.text == (option.valueName == nil ? "false" : ""))
    }
  }

  @Test func `every input reaches a step, and every option the command line`() throws {
    let text = try Self.text("action.yml")
    for name in try #require(try Self.action()["inputs"]).keys {
      #expect(text.contains(" inputs.\(name) "), "\(name) is not used")
    }
    let script = try Self.text("action/run")
    for option in try Self.options() { #expect(script.contains(option.name)) }
  }

  @Test func `the outputs are those that the program writes`() throws {
    let outputs = try #require(try Self.action()["outputs"])
    #expect(outputs.keys == StepOutputsTests.names)
    for name in outputs.keys {
      #expect(outputs[name]?["value"]?.text == "${{ steps.run.outputs.\(name) }}")
    }
  }

  @Test func `nothing from outside is written into a command`() throws {
    let steps = try #require(try Self.action()["runs"]?["steps"]).elements
    let commands = steps.compactMap { $0["run"]?.text }
    #expect(commands.count > 5)
    let call = /(exec )?"\$GITHUB_ACTION_PATH\/action\/[a-z-]+"[a-z -]*/
    for command in commands {
      #expect(command.wholeMatch(of: call) != nil, "\(command)")
    }
  }

  @Test(arguments: [
    "action.yml", ".github/workflows/ci.yml", ".github/workflows/daily.yml",
    ".github/workflows/release.yml", ".github/workflows/weekly.yml",
  ])
  func `an action of others is pinned to a commit, with its version beside it`(
    file: String
  ) throws {
    for line in try Self.text(file).split(separator: "\n") where line.contains("uses: ") {
      if line.contains("uses: ./") { continue }
      #expect(line.contains(/uses: [\w.-]+\/[\w.\/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/), "\(line)")
    }
  }

  @Test func `the page of the action lists its inputs and outputs`() throws {
    let page = try Self.text("docs/action.md")
    let action = try Self.action()
    for name in try #require(action["inputs"]).keys + (try #require(action["outputs"])).keys {
      #expect(page.contains("| `\(name)` |"), "docs/action.md lacks \(name)")
    }
  }
}

extension YAMLNode {
  fileprivate subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  fileprivate var keys: [String] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.map(\.key)
  }

  fileprivate var elements: [YAMLNode] {
    guard case .sequence(let elements) = content else { return [] }
    return elements
  }

  fileprivate var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }
}
