import Model
import Testing

@testable import Analytics

/// The health of a repository over days: merging stops, then goes on.
struct HealthHistoryTests {
  /// Two people merge a pull request a day for 300 days, nothing for 60, and again for 140.
  private static func history() -> History {
    var history = History(repository: .sample(createdAt: "2024-01-01"), streams: .complete())
    history.accounts = (0..<10)
      .map { (id: Int) in Account(id: id, login: "person\(id)", kind: .user) }
    for index in 0..<500 where !(300..<360).contains(index) {
      let created = ("2024-01-01" as Timestamp) + Double(24 * index)
      history.items.append(
        HistoryItem(
          number: index + 1,
          kind: .pull,
          author: index % 10,
          createdAt: created,
          closedAt: created + 5,
          mergedAt: created + 5
        )
      )
    }
    return history
  }

  private let analysis = Analysis(history())
  private let start: Day = "2024-01-01"

  @Test func `an alert fires while merging has stopped and names what fell`() throws {
    let health = analysis.health(from: start, to: start.advanced(by: 499))
    let alert = try #require(health.alerts.first)
    #expect(health.alerts.count == 1)
    #expect((305...335).contains(alert.fired.number - start.number))
    let cleared = try #require(alert.cleared)
    let firing = health.days.filter(\.isFiring).map(\.day)
    #expect(firing.first == alert.fired)
    #expect(firing.last == cleared.advanced(by: -1))
    let falls = health.falls(upTo: alert.fired)
    #expect(falls.first?.id == .contributors || falls.first?.id == .throughput)
    #expect(falls.filter(\.isNamed).map(\.id).contains(.throughput))
    #expect(!falls.filter(\.isNamed).map(\.id).contains(.forks))
    #expect(falls.map(\.points) == falls.map(\.points).sorted(by: >))
  }

  @Test func `a part of the days has the alerts that were firing then`() throws {
    let all = analysis.health(from: start, to: start.advanced(by: 499))
    let alert = try #require(all.alerts.first)
    let cleared = try #require(alert.cleared)
    let before = analysis.health(from: start, to: alert.fired.advanced(by: -1))
    let inside = analysis.health(from: alert.fired.advanced(by: 1), to: alert.fired.advanced(by: 2))
    let after = analysis.health(from: cleared.advanced(by: 1), to: cleared.advanced(by: 9))
    #expect(before.alerts.isEmpty)
    #expect(inside.alerts.map(\.fired) == [alert.fired])
    #expect(inside.alerts.map(\.cleared) == [nil])
    #expect(inside.days.map(\.isFiring) == [true, true])
    #expect(after.alerts.isEmpty)
    #expect(after.days == Array(all.days[(cleared.number - start.number + 1)...].prefix(9)))
  }

  @Test func `nothing fell where the history is too short`() {
    let health = analysis.health(from: start, to: start.advanced(by: 10))
    #expect(health.falls(upTo: start.advanced(by: 10)).isEmpty)
    #expect(health.falls(upTo: start.advanced(by: 11)).isEmpty)
  }
}
