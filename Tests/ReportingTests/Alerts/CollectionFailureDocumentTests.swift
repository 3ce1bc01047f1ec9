import Model
import Testing

@testable import Analytics
@testable import Reporting

struct CollectionFailureDocumentTests {
  @Test(arguments: [
    (
      Model.Stream.issues,
      ["  contents: write", "  issues: write   # this is missing", "  pull-requests: write"]
    ),
    (
      .commits,
      ["  contents: write   # this is missing", "  issues: write", "  pull-requests: write"]
    ),
    (
      .pulls,
      ["  contents: write", "  issues: write", "  pull-requests: write   # this is missing"]
    ),
  ])
  func `the workflow that is shown has all permissions of the quick start`(
    stream: Model.Stream,
    lines: [String]
  ) throws {
    let body = try SampleAlerts.failure(stream).document().body
    let shown = body.split(separator: "\n").map(String.init).drop { $0 != "permissions:" }
    #expect(shown.dropFirst().prefix { $0 != "```" } == lines[...])
  }

  @Test(arguments: [
    (Model.Stream.traffic, "The score does not need views and clones."),
    (.pulls, "The score stays at its last whole day: "),
  ])
  func `the score waits for what it needs and once had`(
    stream: Model.Stream,
    sentence: String
  ) throws {
    #expect(try SampleAlerts.failure(stream).document().body.contains("- \(sentence)"))
  }

  /// Which parts are unknown, and what the score says of it.
  private static let unknowns: [(parts: Set<ComponentID>, score: Double?, words: String)] = [
    (
      [.contributors, .freshness], 74.2,
      "The score leaves out contributors and issue freshness: 74 of 100 from the three other parts."
    ),
    ([.forks], 80, "The score leaves out fork growth: 80 of 100 from the four other parts."),
    (
      [.contributors, .throughput, .velocity], nil,
      "There is no score: it lacks contributors, PR throughput and review velocity."
    ), ([], 73, "The score leaves out what needs forks."),
  ]

  @Test(arguments: unknowns)
  func `what was never read is named as the parts of the score that are missing`(
    _ row: (parts: Set<ComponentID>, score: Double?, words: String)
  ) throws {
    var input = SampleInputs.ordinary
    input.score.value = row.score
    for index in input.score.components.indices
    where row.parts.contains(input.score.components[index].id) {
      input.score.components[index].score = nil
    }
    let document = try SampleAlerts.failure(.forks, input: input).document()
    #expect(document.body.contains("- \(row.words)\n"))
    #expect(document.title == "Forks cannot be read")
  }

  @Test func `runs with the same answer stand in one row`() throws {
    let same = try SampleAlerts.failure(.pulls).document().body
    #expect(same.contains("/18) to [20]("))
    #expect(same.contains("19\u{A0}August, 06:17 to 21\u{A0}August, 06:17 |"))
    #expect(same.contains("integration (3\u{A0}runs) |"))
    let two = try SampleAlerts.failure(.pulls, first: "502, Bad gateway").document().body
    #expect(
      two.contains("| [18](https://github.com/a/b/actions/runs/18) | 19\u{A0}August, 06:17 |")
    )
    #expect(two.contains("integration (2\u{A0}runs) |"))
    #expect(two.contains("/docs/permissions.md) at once."))
  }
}
