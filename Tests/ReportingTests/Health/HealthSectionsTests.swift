import Analytics
import Model
import Testing

@testable import Reporting

/// What single sections of a health report make of what is known in part.
struct HealthSectionsTests {
  private func body(
    _ start: ReportInput = SampleInputs.ordinary,
    _ change: (inout ReportInput) -> Void
  ) throws -> String {
    var input = start
    change(&input)
    return try HealthReport(input).document().body
  }

  @Test func `changes add up to their sum, and the score beside it where parts came or went`()
    throws
  {
    #expect(try body { _ in }.contains("| **Together** | **73.2** of 100 | **▼\u{A0}11.6** |"))
    let gone = try body { $0.score.components[3].score = nil }
    #expect(
      gone.contains("| **Together** | **62.3** of 85 | **▼\u{A0}11.0**<br>▼\u{A0}11.6 of 100 |")
    )
    #expect(gone.contains("because issue freshness counted four weeks ago."))
    let never = try body { input in
      input.score.components[3].score = nil
      input.fourWeeksAgo?.components[3].score = nil
    }
    #expect(
      never.contains(
        "| **Together** | **62.3** of 85 | **▼\u{A0}11.0**<br>▼\u{A0}11.6 of 100 |"
      )
    )
    #expect(!never.contains("do not add up"))
    let come = try body { $0.fourWeeksAgo?.components[3].score = nil }
    #expect(come.contains("because issue freshness did not count four weeks ago."))
  }

  @Test func `the line of the year starts where all days of a score are known`() throws {
    let body = try body { $0.knownSince = SampleInputs.day("2023-01-01") }
    // The score of 30 April, a Sunday, looks back on 120 days from 1 January.
    #expect(
      body.contains("from 30\u{A0}April 2023 (left) to now. Before that, too little is known.")
    )
    #expect(!body.contains("a year ago"))
  }

  /// Days known, whether a part is partial, and whether more can move the score.
  private static let readings: [(days: Double, isPartial: Bool, needsMore: Bool)] = [
    (187, false, false), (187, true, true), (119.9, false, true), (120, false, false),
  ]

  @Test(arguments: readings)
  private func `a score that has all its days is no first impression`(
    _ row: (days: Double, isPartial: Bool, needsMore: Bool)
  ) throws {
    let body = try body { input in
      input.knownDays = row.days
      input.streams = SampleInputs.firstDay.streams
      if row.isPartial { input.score.components[0].status = .partial }
    }
    #expect(body.contains("; until then the score is a first impression.") == row.needsMore)
    #expect(
      body.contains("The score needs no more; the year and the people do.") == !row.needsMore
    )
  }

  @Test func `every part that is not counted has its reason`() throws {
    func note(_ reasons: [String]) -> String {
      var input = SampleInputs.ordinary
      for (index, reason) in zip([0, 3], reasons) {
        let id = input.score.components[index].id
        input.score.components[index] = SampleInputs.component(id, nil, reason: reason)
      }
      return Note(input).text ?? ""
    }
    let one = "Issues cannot be read"
    #expect(
      note([one, one])
        .hasPrefix("Contributors and issue freshness are not counted: issues cannot be read. ")
    )
    #expect(
      note([one, "No issue was opened"])
        .hasPrefix(
          "Contributors and issue freshness are not counted: people, as issues cannot be read; "
            + "answers, as no issue was opened. "
        )
    )
  }

  /// Why a part is not known, and how its row and the note say so.
  private static let refusals: [(reason: String, words: String)] = [
    (
      "Resource not accessible by integration; the token needs Issues: read",
      "the token needs Issues: read"
    ),
    ("GitHub answered 502 to GET", "GitHub answered 502 to GET"),
    ("No issue was opened", "no issue was opened"),
  ]

  @Test(arguments: refusals)
  private func `a part without data says what it lacks`(_ row: (reason: String, words: String)) {
    let part = SampleInputs.component(.freshness, nil, reason: row.reason)
    #expect(ComponentWords(part).facts.replacing("\u{2060}", with: "") == row.words)
  }

  @Test func `what is open is known in full, however little of the past is`() throws {
    let since = SampleInputs.day("2023-03-01")
    let body = try body { input in
      input.metricsBefore = []
      input.metrics = ["pulls.open", "issues.stale.open", "contributors.new.30d"]
        .map { MetricReading($0, 5, status: .partial, since: since) }
    }
    #expect(body.contains("| Pull requests open | 5 | `pulls.open` |"))
    #expect(body.contains("| … silent for more than 60 days | 5 | `issues.stale.open` |"))
    #expect(body.contains("| 5<br>since 1\u{A0}March | `contributors.new.30d` |"))
  }

  @Test func `where nothing says what the token lacks a page does`() {
    let failure = "GitHub answered 403 to GET /repos/a/b; check what the token may do"
    let vague = MissingReading.unread("Stars", id: "stars", because: failure)
    #expect(vague.remedy == "Check what the token may do: ")
    #expect(vague.page?.path == "permissions.md")
    let plain = MissingReading.unread("Stars", id: "stars", because: "refused; the token needs x")
    #expect(plain.remedy == "Give the token x" && plain.page == nil)
  }
}
