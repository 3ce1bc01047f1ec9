import Analytics
import Model
import Reporting
import SQLiteStorage
import Settings

/// `vitals score --from --to`: the health of every day with its alerts, as a table or as JSON.
struct ScoresCommand: Sendable {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// Prints from the day of the creation, or `from`, to the data date, or `to`.
  func run(from: Day?, to: Day?) async throws -> ExitStatus {
    try await session.reading { store in
      let stored = StoredRepositories(session, store)
      var documents: [JSONValue] = []
      for repository in try await stored.find() {
        let analysis = try await stored.analysis(of: repository)
        let last = try session.date(to, of: analysis)
        let first = from ?? min(last, repository.createdAt.day)
        let history =
          analysis
          .health(from: first, to: last, rule: HealthDropRule(session.settings.alerts.healthDrop))
        if session.options.isJSON {
          documents.append(
            ScoresDocument(repository: repository, from: first, to: last, history: history).json
          )
        } else {
          session.world.output(Self.table(history, repository.name))
        }
      }
      if session.options.isJSON { session.print(documents) }
    }
    return .success
  }

  private static func table(_ history: HealthHistory, _ name: RepositoryName) -> String {
    let weeks = stride(from: max(0, history.days.count - 1) % 7, to: history.days.count, by: 7)
      .map { history.days[$0].score.score }
    let rows = history.days.map { day in
      [
        day.day.description, number(day.score.score),
        day.score.standardError.map { "± \(number(1.64 * $0))" } ?? "",
        day.score.publishedBand?.rawValue ?? day.score.lifecycle.rawValue,
        number(day.drop?.points), number(day.drop?.threshold), day.isFiring ? "firing" : "",
      ]
    }
    let heads = ["day", "score", "90 %", "band", "fall", "needed", "alert"]
    let title = "score of \(name) by week, oldest first: \(Marks.sparkline(weeks))\n"
    return title + TextTable([heads] + rows, numbers: [1, 2, 4, 5]).text
      + history.alerts.map(sentence).joined() + "\n"
  }

  private static func sentence(_ alert: HealthDropAlert) -> String {
    let end = alert.cleared.map { "over on \($0)" } ?? "not over yet"
    let (before, now) = (number(alert.drop.before), number(alert.drop.now))
    return "The score fell from \(before) to \(now): alert on \(alert.fired), \(end).\n"
  }

  private static func number(_ value: Double?) -> String { PrintCommand.number(value) }
}

extension HealthDropRule {
  /// The rule as the settings have it.
  init(_ settings: HealthDropSettings) {
    self.init(
      points: settings.points,
      confirmDays: settings.confirmDays,
      cooldownDays: settings.cooldownDays
    )
  }
}
