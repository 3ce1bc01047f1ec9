import Model
import Reporting
import Testing

/// The required cases of https://github.com/mustache/spec, release 1.4.3.
struct MustacheSpecificationTests {
  private struct Case: Decodable {
    var name: String
    var data: JSONValue
    var template: String
    var partials: [String: String]?
    var expected: String
  }

  static let files: [(name: String, count: Int)] = [
    ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22),
    ("partials", 12), ("sections", 34),
  ]

  /// The specification escapes for HTML and lets unknown names be nothing.
  private static let standard = MustacheRenderer.Options(isStrict: false) { text in
    let entities: [UInt8: String] = [0x26: "&amp;", 0x22: "&quot;", 0x3C: "&lt;", 0x3E: "&gt;"]
    return text.unicodeScalars
      .map { $0.isASCII ? entities[UInt8($0.value)] ?? String($0) : String($0) }
      .joined()
  }

  @Test(arguments: files)
  func `the public specification`(_ file: (name: String, count: Int)) throws {
    let cases = try Fixture.decode([Case].self, from: "mustache/\(file.name).json")
    #expect(cases.count == file.count)
    for example in cases {
      let output = try MustacheRenderer.render(
        MustacheTemplate(example.template, file: "test"),
        with: example.data,
        options: Self.standard
      ) { name in example.partials?[name].map { ($0, name) } }
      #expect(output == example.expected, "\(file.name): \(example.name)")
    }
  }
}
