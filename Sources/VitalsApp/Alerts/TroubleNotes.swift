import Collector
import Delivery
import FoundationEssentials
import Model
import Storage

/// Runs that met trouble, as a record of the store keeps them.
struct TroubleNotes: Sendable {
  /// The streak of a record that has not ended; nil where its notes cannot be read.
  static func streak(of record: AlertRecord) -> TroubleStreak? {
    guard let runs = try? JSONDecoder().decode([Run].self, from: Data(record.notes.utf8)) else {
      return nil
    }
    return TroubleStreak(
      began: record.began,
      fired: record.fired,
      runs: runs.map { run in
        TroubleStreak.Run(
          day: Day(number: run.day),
          at: Timestamp(seconds: run.at),
          number: run.number,
          url: run.url,
          answer: run.answer
        )
      }
    )
  }

  /// The notes that keep a streak.
  static func text(of streak: TroubleStreak) -> String {
    JSONWriter.text(
      .array(
        streak.runs.map { run in
          [
            "day": .int(run.day.number), "at": .int(run.at.seconds),
            "number": JSONValue(run.number), "url": JSONValue(run.url),
            "answer": .string(run.answer),
          ]
        }
      )
    )
  }

  private struct Run: Decodable {
    var day: Int
    var at: Int
    var number: Int?
    var url: String?
    var answer: String
  }
}

extension AlertLedger {
  /// Takes what a run met on a subject, or that it met nothing.
  ///
  /// - Returns: The record that changed; nil when none did.
  mutating func note(
    _ run: TroubleStreak.Run?,
    on subject: AlertSubject,
    at day: Day
  ) -> AlertRecord? {
    guard var record = underWay(subject) else {
      guard let run else { return nil }
      let first = AlertRecord(
        kind: subject.kind.rawValue,
        subject: subject.name,
        began: run.day,
        severity: AlertSeverity.warning.rawValue,
        notes: TroubleNotes.text(of: TroubleStreak(run))
      )
      keep(first)
      return first
    }
    if let run {
      var streak = TroubleNotes.streak(of: record) ?? TroubleStreak(run)
      streak.add(run)
      record.fired = record.fired ?? streak.fired
      record.notes = TroubleNotes.text(of: streak)
    } else if record.fired == nil {
      // What fired is ended by the plan, which tells so.
      record.cleared = day
    } else {
      return nil
    }
    keep(record)
    return record
  }
}
