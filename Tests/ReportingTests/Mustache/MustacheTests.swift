import CommonMark
import Model
import Reporting
import Testing

struct MustacheTests {
  private struct Falsy: Decodable {
    struct Case: Decodable {
      var template: String
      var data: JSONValue
      var expected: String?
      var expected_text: String?
    }

    var tests: [Case]
  }

  @Test func `nothing is dropped for being zero or empty`() throws {
    for example in try Fixture.decode(Falsy.self, from: "fields/mustache-falsy.json").tests {
      let output = try MustacheRenderer.render(
        MustacheTemplate(example.template, file: "test"),
        with: example.data,
        options: MustacheRenderer.Options(isStrict: false)
      )
      if let expected = example.expected { #expect(output == expected) }
      if let expected = example.expected_text {
        #expect(try CommonMark.parse(output).plainText == expected)
      }
    }
  }

  /// Templates that cannot be used, with the error.
  static let broken: [(template: String, error: String)] = [
    ("one\n  {{name}}", "t.md:2:3: There is no value `name`."),
    ("{{a.b}}", "t.md:1:1: There is no value `a.b`."),
    ("{{#a}}{{/a}}{{#b.c}}{{/b.c}}", "t.md:1:13: There is no value `b.c`."),
    ("{{...}}", "t.md:1:1: There is no value `...`."),
    ("{{..}}{{.a}}", "t.md:1:1: There is no value `..`."),
    ("text {{> gone}}", "t.md:1:6: There is no template `gone`."),
    ("\n{{#a}}\n", "t.md:2:1: Section `a` is not closed."),
    ("{{#a}}{{^b}}{{/a}}{{/b}}", "t.md:1:13: `a` is closed before `b` of line 1."),
    ("{{/a}}", "t.md:1:1: `a` closes a section that is not open."),
    ("x {{a", "t.md:1:3: This tag is not closed; add `}}`."),
    ("x {{{a}} y", "t.md:1:3: This tag is not closed; add `}}}`."),
    ("{{ }}", "t.md:1:1: This tag has no name."),
    ("{{a b}}", "t.md:1:1: A name has no space inside."),
    (
      "{{=x=}}",
      "t.md:1:1: Write two delimiters parted by a space, without `=`, as in `{{=<% %>=}}`."
    ),
    (
      "{{> loop}}",
      "loop.md:1:2: Sections and partials nest deeper than 50 levels; does a partial include itself?"
    ),
    ("a\n  {{> wrong}}\n", "wrong.md:2:1: There is no value `name`."),
  ]

  @Test(arguments: broken)
  func `a broken template gives its place`(_ example: (template: String, error: String)) {
    let partials = [
      "loop": ("x{{> loop}}", "loop.md"),
      "wrong": ("x\n{{name}}\n", "wrong.md"),
    ]
    let error = #expect(throws: MustacheError.self) {
      try MustacheRenderer.render(
        MustacheTemplate(example.template, file: "t.md"),
        with: ["a": [], "b": [:]]
      ) { partials[$0] }
    }
    #expect(error?.description == example.error)
  }

  @Test func `values are escaped for Markdown unless asked not to be`() throws {
    let template = try MustacheTemplate("{{a}} {{{a}}} {{&a}}", file: "t.md")
    let output = try MustacheRenderer.render(template, with: ["a": "*x*"])
    #expect(output == #"\*x\* *x* *x*"#)
  }

  @Test func `null is known and shows nothing`() throws {
    let template = try MustacheTemplate("[{{a}}]{{^a}}none{{/a}}", file: "t.md")
    #expect(try MustacheRenderer.render(template, with: ["a": nil]) == "[]none")
  }
}
