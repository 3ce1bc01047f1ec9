import Foundation
import Testing

@testable import Reporting

struct TemplateSetTests {
  @Test func `what is built in is what stands in templates`() throws {
    let folder = Fixture.url("../../templates").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(EmbeddedTemplates.all.map { $0.name + ".md" } == files)
    for template in EmbeddedTemplates.all {
      let file = folder.appending(path: "\(template.name).md")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(
        template.text.utf8.elementsEqual(text.utf8),
        "\(template.name): run script/embed-templates"
      )
    }
  }

  @Test func `every built-in template parses`() throws {
    for template in EmbeddedTemplates.all {
      _ = try MustacheTemplate(template.text, file: template.name)
    }
  }
}
