import Model
import Testing

@testable import VitalsApp

struct RunHistoryTests {
  private func document(_ outcome: RunRecord.Outcome, failed: Int = 0, errors: Int = 0) -> String {
    let limit = RunRecord.LimitRecord(
      resource: "core",
      limit: 1_000,
      remaining: 984,
      resetAt: Timestamp(seconds: 3_600)
    )
    let record = RunRecord(
      started: Timestamp(seconds: 0),
      finished: Timestamp(seconds: 9),
      outcome: outcome,
      requests: .init(rest: 6, graphql: 4, failed: failed),
      errors: errors == 0 ? [] : [.init(class: "server", count: errors, example: "No.")],
      limits: [limit]
    )
    return JSONWriter.text(record.json)
  }

  @Test func `runs, success rates, errors and the newest limits are told`() {
    let history = RunHistory([
      document(.partial, failed: 3, errors: 2), document(.complete), document(.complete),
    ])
    #expect(
      history.text == """
        last run 1970-01-01T00:00:00Z: partial, core 984 of 1000 left until 1970-01-01T01:00:00Z
        last 3 runs: 2 complete, 1 partial, 0 failed; 27 of 30 requests answered well
        errors: server 2

        """
    )
    let json = JSONWriter.text(history.json)
    #expect(json.contains(#""requests":30,"failed_requests":3,"errors":[{"class":"server","#))
  }

  @Test func `records of an older version are read, and what is none is left out`() {
    let old = """
      {"started": "2026-01-01T00:00:00Z", "outcome": "complete", "errors": [],
       "requests": {"rest": 2, "graphql": 1, "points": 1, "not_modified": 1}}
      """
    let history = RunHistory(["{}", old, "no JSON"])
    #expect(JSONWriter.text(history.json).hasPrefix(#"{"runs":1,"complete":1,"#))
    #expect(history.text.contains("last 1 run: 1 complete"))
    #expect(PastRun(old)?.paidRequests == 1)
    #expect(RunHistory([]).json == .null)
    #expect(RunHistory([]).text == "")
  }
}
