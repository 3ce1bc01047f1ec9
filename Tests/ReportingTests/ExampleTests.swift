import Foundation
import Testing

/// Holds the pieces of YAML and the commands of the documentation against the files that are tried.
struct ExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A piece of a page between fences.
  struct Block: Sendable, CustomTestStringConvertible {
    var page: String
    var line: Int
    var lines: [Substring]

    var testDescription: String { "\(page):\(line)" }
  }

  @Test(arguments: try Self.blocks())
  func `a piece of the documentation is part of an example`(block: Block) throws {
    let isKnown = try Self.examples()
      .contains { file in
        file.indices.dropLast(block.lines.count - 1)
          .contains { file[$0...].starts(with: block.lines) }
      }
    #expect(isKnown, "\(block.page):\(block.line) is in no file of docs/examples")
  }

  @Test func `the two workflows of this repository are examples`() throws {
    for name in ["daily.yml", "weekly.yml"] {
      let own = try Self.text(".github/workflows/\(name)")
      #expect(
        own.replacing("uses: ./", with: "uses: OWNER/repo-vitals@v1")
          == (try Self.text("docs/examples/workflows/\(name)"))
      )
    }
  }

  @Test func `cron and systemd start the script that the page shows`() throws {
    let path = "/srv/vitals/daily"
    #expect(try Self.text("docs/examples/commands/cron.sh").contains("Saved as \(path);"))
    #expect(try Self.text("docs/examples/vitals.cron").hasSuffix(" \(path)\n"))
    #expect(try Self.text("docs/examples/vitals.service").contains("\nExecStart=\(path)\n"))
  }

  /// Every block of YAML, of shell commands and of cron.
  private static func blocks() throws -> [Block] {
    try pages()
      .flatMap { page in
        var blocks: [Block] = []
        var open: Block?
        let lines = try text(page).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
          if let block = open {
            if line == "```" {
              blocks.append(block)
              open = nil
            } else {
              open?.lines.append(line)
            }
          } else if ["```yaml", "```sh", "```cron"].contains(line) {
            open = Block(page: page, line: index + 1, lines: [])
          }
        }
        return blocks
      }
  }

  private static func pages() throws -> [String] {
    let manager = FileManager.default
    let top = try manager.contentsOfDirectory(atPath: root.path)
    let docs = try manager.contentsOfDirectory(atPath: root.appending(path: "docs").path)
    return (top + docs.map { "docs/\($0)" }).filter { $0.hasSuffix(".md") }.sorted()
  }

  /// The lines of every example.
  private static func examples() throws -> [[Substring]] {
    let folder = root.appending(path: "docs/examples").path
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.contains(".") && !$0.hasSuffix(".md") }
      .map {
        try text("docs/examples/\($0)").split(separator: "\n", omittingEmptySubsequences: false)
      }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
