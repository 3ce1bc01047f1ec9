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
}
