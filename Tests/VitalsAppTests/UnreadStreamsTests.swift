import Analytics
import Model
import Reporting
import Testing

@testable import VitalsApp

/// What *Not collected* says of streams that the last run was refused.
struct UnreadStreamsTests {
  private static let refusal = "Resource not accessible; the token needs Metadata: read"
  private static let outage = "GitHub answered 502 to GET /stars; the next run goes on from here."
  private static let budget = "The run's budget of 40 is used up; the next run goes on from here."

  private static func states(_ failures: [Model.Stream: String]) -> [Model.Stream: StreamState] {
    Dictionary(
      uniqueKeysWithValues: Model.Stream.allCases.map { stream in
        let attempt = StreamState.Attempt(at: Timestamp(seconds: 0), failure: failures[stream])
        return (stream, StreamState(horizon: .complete, lastAttempt: attempt))
      }
    )
  }

  private static func rows(
    _ failures: [Model.Stream: String],
    watchers: Double? = nil,
    reason: String? = nil
  ) -> [MissingReading] {
    let part = ComponentReading(
      id: .freshness,
      score: reason == nil ? 80 : nil,
      weight: 15,
      points: nil,
      status: reason == nil ? .observed : .unknown,
      reason: reason,
      inputs: []
    )
    let score = ScoreReading(value: 70, confidence: 0.6, coverage: 1, components: [part])
    return states(failures).unread(score, [MetricReading("watchers.total", watchers)])
  }

  @Test func `a refused count and a failing star history have a row each`() {
    let rows = Self.rows([.snapshot: Self.refusal, .stars: Self.outage, .traffic: Self.refusal])
    #expect(
      rows == [
        MissingReading(
          id: "snapshot",
          what: "Watchers",
          why: "Resource not accessible",
          remedy: "Give the token Metadata: read"
        ),
        MissingReading(
          id: "stars",
          what: "Star history",
          why: "GitHub answered 502 to GET /stars",
          remedy: "The next run goes on from here"
        ),
      ]
    )
  }

  @Test func `what is known, and what a part of the score tells already, is not missed`() {
    #expect(Self.rows([:]) == [])
    #expect(Self.rows([.snapshot: Self.refusal], watchers: 4) == [])
    #expect(Self.rows([.issues: Self.refusal], reason: Self.refusal) == [])
    #expect(Self.rows([.issues: Self.refusal]).map(\.what) == ["New issues and replies"])
  }

  @Test func `a run that broke off is told once`() {
    let all = Dictionary(uniqueKeysWithValues: Model.Stream.allCases.map { ($0, Self.budget) })
    let rows = Self.rows(all)
    #expect(rows.map(\.what) == ["Part of what the last run was to read"])
    #expect(rows.first?.why == "The run's budget of 40 is used up")
  }
}
