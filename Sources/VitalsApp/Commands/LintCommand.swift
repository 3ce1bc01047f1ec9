import Model
import Reporting

/// `vitals lint`: whether Markdown would show on GitHub as it was meant.
struct LintCommand: Sendable {
  private let files: [String]
  private let format: LintFormat

  init(files: [String], format: LintFormat) {
    self.files = files
    self.format = format
  }

  func run(in world: World) throws -> ExitStatus {
    var findings: [Diagnostic] = []
    for file in files {
      guard let bytes = try Files.read(file) else {
        throw AppFailure(.usage, "There is no file \(file); check the name.")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        findings.append(Diagnostic(.error, "it is not UTF-8", file: file, line: 1, column: 1))
        continue
      }
      findings += MarkdownLint.check(text, file: file)
    }
    world.output(output(findings, at: world.now))
    return findings.isEmpty ? .success : .failure
  }

  private func output(_ findings: [Diagnostic], at now: Timestamp) -> String {
    switch format {
    case .text: return findings.map { "\($0)\n" }.joined()
    case .github:
      return
        findings
        .compactMap { LogLine(.diagnostic($0), at: now).formatted(as: .actions) }
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

  private static func json(_ finding: Diagnostic) -> JSONValue {
    [
      "file": JSONValue(finding.file),
      "line": JSONValue(finding.line),
      "column": JSONValue(finding.column),
      "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message),
    ]
  }
}
