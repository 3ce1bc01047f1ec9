import Delivery
import Testing

struct StepSummaryTests {
  private let notice = "The rest is in the report."

  private func fitting(_ text: String, after size: Int = 0) -> String {
    StepSummary.fitting(text, after: size, notice: notice)
  }

  /// Sections with bodies of so many bytes.
  private func sections(_ sizes: [Int]) -> String {
    sizes.enumerated()
      .map { "## \($0)\n\n\(String(repeating: "x", count: $1))\n" }.joined(separator: "\n")
  }

  @Test func `a document that fits is appended whole`() {
    #expect(fitting("# A\n\ntext") == "# A\n\ntext\n")
    #expect(fitting("# A", after: 10) == "\n# A\n")
  }

  @Test func `the limit itself is not reached, and one byte below it is`() {
    let most = String(repeating: "x", count: StepSummary.limit - 2)
    #expect(fitting(most).utf8.count == StepSummary.limit - 1)
    #expect(fitting(most + "x").utf8.count < StepSummary.limit)
    #expect(fitting(most + "x") == "\n\(notice)\n")
  }

  @Test func `sections are kept whole, from the first on, and the rest is named`() {
    let text = sections([400_000, 400_000, 400_000, 5])
    let kept = fitting(text)
    #expect(kept == sections([400_000, 400_000]) + "\n\n\(notice)\n")
  }

  @Test(arguments: [1, 100, 600_000, 1_000_000, 1_048_000])
  func `what the file holds already counts`(_ size: Int) {
    let kept = fitting(sections([300_000, 300_000, 300_000, 300_000]), after: size)
    #expect(size + kept.utf8.count < StepSummary.limit)
    #expect(kept.hasSuffix("\n\(notice)\n"))
    #expect(kept.utf8.count(where: { $0 == UInt8(ascii: "x") }).isMultiple(of: 300_000))
  }

  @Test(arguments: [StepSummary.limit - 20, StepSummary.limit, StepSummary.limit + 500])
  func `without room for the notice nothing is written`(_ size: Int) {
    #expect(fitting("# A", after: size).utf8.count <= max(0, StepSummary.limit - 1 - size))
    #expect(fitting(sections([2_000]), after: size) == "")
  }

  @Test(arguments: ["```", "````", "~~~", "  ```"])
  func `a fenced block is never cut at what looks like a heading`(_ fence: String) {
    let block = "\(fence)\n## not a heading\n\(String(repeating: "x", count: 700_000))\n\(fence)\n"
    let text = "## A\n\ntext\n\n## B\n\n" + block + "\n## C\n\n" + block
    let kept = fitting(text)
    #expect(kept == "## A\n\ntext\n\n## B\n\n" + block + "\n\n\(notice)\n")
  }

  @Test func `a fence inside a longer fence does not close it`() {
    let open = "````md\n```\n## no heading\n"
    let text = "## A\n\n" + open + String(repeating: "x", count: 1_100_000) + "\n````\n"
    #expect(fitting(text) == "\n\(notice)\n")
  }

  @Test func `letters of several bytes count by their bytes`() {
    let text = sections([10]) + "\n## Wide\n\n" + String(repeating: "é", count: 600_000)
    #expect(fitting(text) == sections([10]) + "\n\n\(notice)\n")
  }
}
