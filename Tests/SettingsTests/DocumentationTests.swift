import FoundationEssentials
import Model
import TestSupport
import Testing

@testable import Settings

/// Keeps what the documentation says of the settings true.
struct DocumentationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs").standardized.path

  @Test func `the reference of the documentation lists the keys as they are`() throws {
    try expectGolden(SettingsReference.markdown(), at: "\(Self.folder)/configuration-reference.md")
  }

  @Test func `the complete example is in order`() throws {
    let file = "\(Self.folder)/examples/vitals.yml"
    let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    let loaded = load(text, environment: ["GITHUB_TOKEN": "ghs_x"])
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.settings?.github.repositories.count == 2)
  }

  @Test func `every piece of settings that the documentation shows is in order`() throws {
    let examples = "\(Self.folder)/examples/settings"
    let names = try FileManager.default.contentsOfDirectory(atPath: examples)
    #expect(names.count > 3)
    for name in names {
      let file = URL(filePath: "\(examples)/\(name)")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let loaded = load(text, environment: ["GITHUB_TOKEN": "ghs_x", "MY_TOKEN": "ghp_x"])
      #expect(loaded.diagnostics.isEmpty, "\(name): \(loaded.diagnostics)")
    }
  }

  @Test func `the line for cron has a time that exists`() throws {
    let file = URL(filePath: "\(Self.folder)/examples/vitals.cron")
    let words = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: " ")
    #expect(Cron(words.prefix(5).joined(separator: " ")) != nil)
  }
}
