import CommonMark
import Model
import TestSupport
import Testing

@testable import Reporting

struct HealthReportTests {
  /// Every kind of report, by the name of its golden file.
  static let inputs: [(name: String, input: ReportInput)] = [
    ("ordinary-day", SampleInputs.ordinary),
    ("first-day", SampleInputs.firstDay),
    ("unknown-part", SampleInputs.unknownPart),
    ("not-enough-data", SampleInputs.notEnoughData),
    ("inactive", SampleInputs.inactive),
    ("archived", SampleInputs.archived),
    ("hostile-titles", SampleInputs.hostile),
    ("enterprise-server", SampleInputs.enterprise),
    ("every-section", SampleInputs.everySection),
  ]

  @Test(arguments: inputs)
  func `a report reads as recorded and shows as meant`(
    _ example: (name: String, input: ReportInput)
  ) throws {
    let document = try HealthReport(example.input).document()
    try expectGolden(document.body, at: Fixture.goldenPath("\(example.name).md"))
    #expect(MarkdownLint.check(document.body) == [])
    #expect(document.body.utf8.count < 15_000)
    #expect(document.body.hasPrefix("<!-- repo-vitals:v1 kind=health repo="))
    #expect(document.body.hasSuffix("</sub>\n"))
  }

  @Test func `the hour of the run does not change what is compared`() throws {
    var later = SampleInputs.ordinary
    later.origin.writtenAt = SampleInputs.time("2023-08-21T18:00:00Z")
    later.origin.runNumber = 319
    let first = try HealthReport(SampleInputs.ordinary).document()
    let second = try HealthReport(later).document()
    #expect(first.body != second.body)
    #expect(first.comparable == second.comparable)
  }

  @Test func `what is refused is not read on`() throws {
    var input = SampleInputs.firstDay
    input.streams = [
      StreamReading(.forks, knownSince: nil, isComplete: true),
      StreamReading(.issues, knownSince: nil, isComplete: false, isRefused: true),
    ]
    let text = try HealthReport(input).document().full
    #expect(!text.contains("reads on from there"))
    #expect(!text.contains("What is here already"))
  }

  @Test func `no link of a report on an enterprise server leads to github.com`() throws {
    let body = try HealthReport(SampleInputs.enterprise).document().body
    #expect(!body.contains("github.com"))
    let links = try CommonMark.parse(body).all(.link).map(\.url)
    #expect(links == ["https://ghe.example/octo-org/ballot/actions/runs/318"])
  }

  @Test func `nothing of a hostile title is more than text`() throws {
    let tree = try CommonMark.parse(HealthReport(SampleInputs.hostile).document().body)
    let allowed = ["<br>", "<sub>", "</sub>"]
    #expect(tree.all(.htmlInline).allSatisfy { allowed.contains($0.literal) })
    #expect(tree.all(.image) == [])
    #expect(tree.all(.link).allSatisfy { $0.url.hasPrefix("https://") })
  }

  @Test func `shown points and changes add up`() throws {
    let tree = try CommonMark.parse(HealthReport(SampleInputs.ordinary).document().body)
    let rows = try #require(tree.all(.table).first).children.dropFirst()
    let points = rows.compactMap { row in
      row.children[1].plainText.split(separator: "\n").last
        .flatMap { $0.split(separator: " ").first }.flatMap { Double($0) }
    }
    #expect(points.dropLast().reduce(0, +).rounded(to: 1) == points.last)
  }

  @Test func `a template of the user's replaces one of ours`() throws {
    let templates = TemplateSet(overrides: ["advice": "Nothing to see.\n\n"], folder: "mine")
    let body = try HealthReport(SampleInputs.ordinary).document(templates: templates).body
    #expect(body.contains("\nNothing to see.\n"))
    #expect(!body.contains("### What changed"))
  }

  @Test func `a broken template of the user's gives its place`() {
    let templates = TemplateSet(overrides: ["advice": "one\n{{advise}}\n"], folder: "mine")
    let error = #expect(throws: MustacheError.self) {
      try HealthReport(SampleInputs.ordinary).document(templates: templates)
    }
    #expect(error?.description == "mine/advice.md:2:1: There is no value `advise`.")
  }

  @Test func `a template that breaks its table is refused`() {
    let text = "| a | b |\n| - | - |\n| 1 |\n\n"
    let templates = TemplateSet(overrides: ["score": text], folder: "mine")
    #expect(throws: InvalidDocument.self) {
      try HealthReport(SampleInputs.ordinary).document(templates: templates)
    }
  }
}

extension Double {
  fileprivate func rounded(to places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
