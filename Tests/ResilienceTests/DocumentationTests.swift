import Foundation
import Resilience
import Testing

/// Keeps the table of the documentation in step with the rules.
struct DocumentationTests {
  @Test func `the documentation gives each class of failure its number of requests`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/failure-handling.md")
    let rows = try String(contentsOf: page, encoding: .utf8)
      .split(separator: "\n")
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    for failure in FailureClass.allCases {
      let row = rows.first { $0.first == "`\(Self.key(failure))`" }
      let attempts = RetryRules()[failure].attempts
      #expect(row?.dropFirst(2).first == String(attempts), "\(failure)")
    }
  }

  /// The name as the settings write it, as in `not_found`.
  private static func key(_ failure: FailureClass) -> String {
    failure.rawValue.map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
  }
}
