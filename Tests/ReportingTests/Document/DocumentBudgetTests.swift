import Testing

@testable import Reporting

struct DocumentBudgetTests {
  private let parts = ["a": 30_000, "b": 30_000, "c": 30_000, "kept": 4_000]
  private let budget = DocumentBudget(expendable: ["a", "b", "c"])

  private func text(without omitted: [String]) -> String {
    parts.sorted { $0.key < $1.key }.filter { !omitted.contains($0.key) }
      .map { String(repeating: $0.key, count: $0.value / $0.key.utf8.count) }.joined()
  }

  @Test func `sections go until the text fits`() {
    let (text, omitted) = budget.compose(text)
    #expect(omitted == ["a"])
    #expect(text.unicodeScalars.count == 64_000 && !text.contains("a"))
  }

  @Test func `nothing goes from what fits`() {
    #expect(budget.compose { _ in "short" } == ("short", []))
  }

  @Test func `what never fits is given back as it is`() {
    let long = String(repeating: "x", count: 70_000)
    #expect(budget.compose { _ in long } == (long, ["a", "b", "c"]))
  }

  @Test func `a report names what did not fit, and its file has it`() throws {
    let details =
      "{{#details}}\n### {{{title}}}\n\n\(String(repeating: "word ", count: 13_500))\n{{/details}}\n"
    let templates = TemplateSet(overrides: ["details": details], folder: "mine")
    let document = try HealthReport(SampleInputs.ordinary).document(templates: templates)
    #expect(DocumentLimit.holds(document.body) && !DocumentLimit.holds(document.full))
    #expect(document.body.contains("**Left out because it did not fit:** Details;"))
    #expect(document.body.contains("actions/runs/318"))
    #expect(document.full.contains("### Details") && !document.full.contains("Left out"))
    #expect(MarkdownLint.check(document.body) == [])
  }
}
