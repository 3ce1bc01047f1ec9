import FoundationEssentials
import Model
import Reporting

/// `vitals lint`: whether Markdown would show on GitHub as it was meant.
struct LintCommand: Sendable {
  private let files: [String]
  private let options: LintOptions
  private let common: CommonOptions

  init(files: [String], _ options: LintOptions, _ common: CommonOptions) {
    self.files = files
    self.options = options
    self.common = common
  }

  func run(in world: World) throws -> ExitStatus {
    var findings: [LintFinding] = []
    var failures: [AppFailure] = []
    for file in files {
      do {
        findings += try check(file, in: world)
      } catch let failure as AppFailure {
        failures.append(failure)
      }
    }
    // What was found is told, whatever else went wrong.
    if failures.count < files.count { world.output(output(findings, at: world.now)) }
    if let last = failures.popLast() {
      let log = Log(common, world)
      for failure in failures { log.say(Diagnostic(.error, failure.description)) }
      throw last
    }
    return findings.isEmpty ? .success : .failure
  }

  private func check(_ path: String, in world: World) throws -> [LintFinding] {
    let isInput = path == "-"
    let file = isInput ? "<stdin>" : path
    guard let bytes = isInput ? world.input() : try Files.read(path) else {
      throw AppFailure(.usage, "There is no file \(file); check the name.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.firstUnreadableLine(of: bytes)
      let message = "The file is not UTF-8 here; save it as UTF-8. [readable]"
      let diagnostic = Diagnostic(.error, message, file: file, line: line, column: 1)
      return [LintFinding(rule: "readable", diagnostic: diagnostic)]
    }
    return MarkdownLint.findings(in: text, file: file, rules: rules(for: path))
  }

  private func rules(for file: String) -> [LintRule] {
    var rules = MarkdownLint.rules
    if options.also.contains(.mentions) { rules.append(.mentions) }
    if options.also.contains(.links) {
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      rules.append(
        .localLinks(
          exists: { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) },
          text: { path in
            (try? Files.read(folder.appending(path: path).path))
              .flatMap { String(validating: $0, as: UTF8.self) }
          }
        )
      )
    }
    return rules
  }

  private static func firstUnreadableLine(of bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }

  private func output(_ findings: [LintFinding], at now: Timestamp) -> String {
    switch options.format {
    case .text: return findings.map { "\($0.diagnostic)\n" }.joined()
    case .github:
      return
        findings
        .compactMap { LogLine(.diagnostic($0.diagnostic), at: now).formatted(as: .actions) }
        .map { "\($0)\n" }
        .joined()
    case .json:
      let document: JSONValue = [
        "schema": "repo-vitals/lint/1",
        "findings": .array(findings.map(Self.json)),
      ]
      return JSONWriter.text(document, .init(isIndented: true)) + "\n"
    }
  }

  private static func json(_ finding: LintFinding) -> JSONValue {
    var members = finding.diagnostic.members
    members.insert(.init("rule", .string(finding.rule)), at: members.count - 1)
    return .object(members)
  }
}

extension Diagnostic {
  /// An entry of a list of findings; the message is the last key.
  var members: [JSONValue.Member] {
    [
      .init("file", JSONValue(file)), .init("line", JSONValue(line)),
      .init("column", JSONValue(column)), .init("severity", .string(severity.rawValue)),
      .init("message", .string(message)),
    ]
  }
}
