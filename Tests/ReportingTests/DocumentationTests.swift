import Analytics
import Foundation
import Model
import Testing

@testable import Reporting

/// Keeps the project's own pages in order, and the links of reports leading to one of them.
struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: try Self.pages())
  func `a page shows on GitHub as it was meant`(page: String) throws {
    #expect(MarkdownLint.check(try Self.text(of: page), file: page).isEmpty)
  }

  @Test(arguments: try Self.pages())
  func `a link to another page leads to one that exists`(page: String) throws {
    let folder = Self.root.appending(path: page).deletingLastPathComponent()
    for match in try Self.text(of: page).matches(of: /\]\(([^)#:\s]*)(#[^)\s]*)?\)/) {
      let target = match.output.1.isEmpty ? page : String(match.output.1)
      let base = match.output.1.isEmpty ? Self.root : folder
      let file = base.appending(path: target)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page) links to \(target)")
      guard let anchor = match.output.2, target.hasSuffix(".md") else { continue }
      let anchors = Self.anchors(in: try String(contentsOf: file, encoding: .utf8))
      #expect(anchors.contains(String(anchor.dropFirst())), "\(page) links to \(target)\(anchor)")
    }
  }

  @Test(arguments: [
    MissingReading.traffic.page, MissingReading.peers.page,
    MissingReading.Page("metrics.md", ""), MissingReading.Page("reading.md", ""),
    MissingReading.Page("configuration.md", ""),
  ])
  func `a report links to a place of the documentation that exists`(
    page: MissingReading.Page?
  ) throws {
    let parts = try #require(page).path.split(separator: "#").map(String.init)
    let text = try Self.text(of: "docs/\(parts[0])")
    if parts.count > 1 { #expect(Self.anchors(in: text).contains(parts[1])) }
  }

  @Test(arguments: try Self.documents())
  func `a link of a document to the documentation leads to a place that exists`(
    document: String
  ) throws {
    let page = /github\.com\/OWNER\/repo-vitals\/blob\/v1\/([^)#\s"\\]+)(#[^)\s"\\]+)?/
    for match in try Self.text(of: document).matches(of: page) {
      let target = String(match.output.1)
      let file = Self.root.appending(path: target)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(document) links to \(target)")
      guard let anchor = match.output.2 else { continue }
      let anchors = Self.anchors(in: try Self.text(of: target))
      #expect(anchors.contains(String(anchor.dropFirst())), "\(document): \(target)\(anchor)")
    }
  }

  @Test func `every metric and every daily series is defined`() throws {
    let text = try Self.text(of: "docs/metrics.md")
    for name in MetricID.allCases.map(\.rawValue) + SeriesID.allCases.map(\.rawValue) {
      #expect(text.contains("`\(name)`"), "\(name) is not in docs/metrics.md")
    }
  }

  @Test func `every template is listed`() throws {
    let text = try Self.text(of: "docs/templates.md")
    for name in TemplateSet.names { #expect(text.contains("| `\(name).md` |"), "\(name)") }
  }

  @Test func `every lint rule is listed`() throws {
    let text = try Self.text(of: "docs/linting.md")
    for rule in MarkdownLint.rules + [.mentions, .localLinks { _ in true }] {
      #expect(text.contains("| `\(rule.id)` |"), "\(rule.id)")
    }
  }

  /// Every Markdown file at the top and under `docs`, by path from the top.
  private static func pages() throws -> [String] {
    let manager = FileManager.default
    let top = try manager.contentsOfDirectory(atPath: root.path)
    let docs = try manager.subpathsOfDirectory(atPath: root.appending(path: "docs").path)
    return (top + docs.map { "docs/\($0)" } + ["reports/README.md"])
      .filter { $0.hasSuffix(".md") }
      .sorted()
  }

  /// Templates, examples of documents, and the documents that tests expect.
  private static func documents() throws -> [String] {
    try [
      "templates", "docs/examples", "Tests/ReportingTests/Goldens", "Tests/VitalsAppTests/Goldens",
    ]
    .flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(".md") }
        .map { "\(folder)/\($0)" }
    }
  }

  private static func text(of page: String) throws -> String {
    try String(contentsOf: root.appending(path: page), encoding: .utf8)
  }

  /// The anchors that GitHub gives to headings: lower case, hyphens for spaces, no punctuation.
  private static func anchors(in text: String) -> Set<String> {
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
    return Set(
      headings.map { heading in
        String(
          heading.drop { $0 == "#" }.dropFirst().lowercased()
            .compactMap { character -> Character? in
              if character == " " { return "-" }
              return character.isLetter || character.isNumber || "-_".contains(character)
                ? character : nil
            }
        )
      }
    )
  }
}
