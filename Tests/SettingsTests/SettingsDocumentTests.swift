import Model
import Testing

@testable import Settings

/// What is made from the table of keys.
struct SettingsDocumentTests {
  private static let variables = [
    "GITHUB_TOKEN": "ghs_x", "SLACK_WEBHOOK": "https://x", "WEBHOOK_URL": "https://x",
  ]

  @Test func `the file that init writes says nothing until a line is put in force`() throws {
    let loaded = load(SettingsTemplate.text())
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.effectiveValues == Settings.load().effectiveValues)
  }

  @Test func `every line of that file is valid, and defaults are what they say`() throws {
    let lines = SettingsTemplate.text().split(separator: "\n", omittingEmptySubsequences: false)
    let inForce = lines.map { line -> String in
      let margin = line.prefix { $0 == " " }
      let rest = line.dropFirst(margin.count)
      return rest.hasPrefix("# ") && !margin.isEmpty || rest.hasPrefix("# plugins:")
        ? String(margin + rest.dropFirst(2)) : String(line)
    }
    let loaded = load(inForce.joined(separator: "\n"), environment: Self.variables)
    #expect(loaded.diagnostics.isEmpty)
    for field in SettingsSchema.fields where field.sample == nil {
      let value = field.encode(Settings())
      guard value != .null else { continue }
      #expect(loaded.value(field.path) == value)
      let origin = loaded.effectiveValues.first { $0.path == field.path }?.origin
      #expect(origin != Origin.builtIn, "\(field.path) is not in the file")
    }
  }

  @Test func `a key without a default or an example is left out of that file`() {
    let text = SettingsTemplate.text()
    #expect(!text.contains("null"))
    #expect(text.contains("server:") && !text.contains("partial_result:"))
  }

  @Test func `keys can be put in force as the file is written`() {
    let text = SettingsTemplate.text(setting: [("report.health_issue", "rolling")])
    #expect(load(text).settings?.report.healthIssue == .rolling)
  }

  @Test func `the JSON Schema knows every key and its default`() {
    let schema = JSONSchema.document()
    for field in SettingsSchema.fields {
      var node: JSONValue? = schema
      for part in field.path.split(separator: ".") {
        node = node?["properties"]?[String(part)]
      }
      #expect(node?["description"] == .string(field.summary), "\(field.path)")
      let value = field.encode(Settings())
      if value != .null { #expect(node?["default"] == value, "\(field.path)") }
    }
    #expect(schema["additionalProperties"] == false)
  }

  @Test func `the reference lists every key in a row of four cells`() {
    let rows = SettingsReference.markdown().split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == SettingsSchema.fields.count)
    for row in rows {
      let bars = row.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == 5, "\(row)")
    }
  }

  @Test func `the paths of the table are unique`() {
    let paths = SettingsSchema.fields.map(\.path)
    #expect(Set(paths).count == paths.count)
    let groups = Set(paths.withGroups).subtracting(paths)
    #expect(groups.isDisjoint(with: paths))
  }

  @Test func `every variable of the environment sets a key that exists`() {
    let paths = Set(SettingsSchema.fields.map(\.path))
    #expect(EnvironmentVariable.all.allSatisfy { paths.contains($0.path) })
  }
}

extension JSONValue {
  /// The value of a member.
  fileprivate subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
