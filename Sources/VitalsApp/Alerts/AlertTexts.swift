import Analytics
import Delivery
import FoundationEssentials
import Model
import Reporting
import Settings
import Storage

/// Writes the documents of alerts.
struct AlertTexts: Sendable {
  let context: AlertContext
  let templates: TemplateSet
  let labels: [String]
  /// Titles of items by number.
  let titles: [Int: String]
  /// Whether the settings keep a second copy of the store.
  let hasCopy: Bool

  /// The issue of an alert; nil where later facts say otherwise of its day, so that its text stays.
  func document(of finding: AlertFinding, _ record: AlertRecord) throws -> IssueDocument? {
    let marker = finding.subject.marker(of: context.repository)
    guard let document = try document(of: finding, record, marker: marker) else { return nil }
    return IssueDocument(
      marker: marker,
      title: document.title,
      body: document.body,
      labels: labels
    )
  }

  private func document(
    of finding: AlertFinding,
    _ record: AlertRecord,
    marker: OwnMarker
  ) throws -> AlertDocument? {
    let input = context.input
    switch finding.subject.kind {
    case .anomaly:
      guard let alert = context.anomaly(finding.subject), alert.fired == finding.fired else {
        return nil
      }
      return try AnomalyDocument(
        input,
        alert,
        weeks: weeks(of: alert),
        drifts: drifts(of: alert),
        items: newItems(of: alert),
        titles: titles,
        marker: marker,
        snoozeLabel: context.snoozeLabel
      )
      .document(templates: templates)
    case .healthDrop:
      return try HealthDropDocument(
        input,
        healthDrop(finding, record),
        marker: marker,
        snoozeLabel: context.snoozeLabel
      )
      .document(templates: templates)
    case .inactive:
      let notice = NoticeDocument.Notice.inactive(
        lastActive: context.analysis.lastActiveDay(upTo: context.date),
        isLong: finding.severity > .information
      )
      return try NoticeDocument(input, notice, marker: marker).document(templates: templates)
    case .rateLimit:
      let runs = TroubleNotes.streak(of: record)?.runs.count ?? 0
      return try NoticeDocument(input, .rateLimit(since: finding.since, runs: runs), marker: marker)
        .document(templates: templates)
    case .historyLost:
      let notice = NoticeDocument.Notice.historyLost(
        since: finding.since,
        sentence: record.notes,
        hasCopy: hasCopy
      )
      return try NoticeDocument(input, notice, marker: marker).document(templates: templates)
    case .collectionFailure:
      return try CollectionFailureDocument(input, failure(finding, record), marker: marker)
        .document(templates: templates)
    }
  }

  // MARK: A fall of the score

  /// What an alert asks for, kept so that its list stays the same while it is open.
  private struct Asked: Decodable {
    var step: String
    var items: [Int]
  }

  private func asked(_ record: AlertRecord) -> (step: Step.Kind, items: [Int])? {
    guard
      let asked = try? JSONDecoder().decode(Asked.self, from: Data(record.notes.utf8)),
      let step = Step.Kind(rawValue: asked.step)
    else { return nil }
    return (step, asked.items)
  }

  /// The items that an alert named, as they stand now.
  func named(in record: AlertRecord) -> [ItemStanding] {
    context.analysis.standings(of: asked(record)?.items ?? [], on: context.date)
  }

  /// Numbers of the items that the alerts on record name.
  static func numbers(_ records: [AlertRecord]) -> [Int] {
    records.compactMap { try? JSONDecoder().decode(Asked.self, from: Data($0.notes.utf8)) }
      .flatMap(\.items)
  }

  /// The notes of a new alert: what it asks for.
  func notes(of finding: AlertFinding) -> String {
    if finding.subject.kind == .historyLost { return context.lost?.sentence ?? "" }
    guard finding.subject.kind == .healthDrop, let step else { return "" }
    let items = step.items.prefix(9).map(JSONValue.int)
    return JSONWriter.text(["step": .string(step.kind.rawValue), "items": .array(items)])
  }

  /// What a new alert of a fall asks for.
  private var step: Step? {
    let fallen = context.history.falls(upTo: context.date).filter(\.isNamed).map(\.id)
    return Step.bringingBack(fallen, of: context.input.steps)
  }

  private func healthDrop(_ finding: AlertFinding, _ record: AlertRecord) -> HealthDropReading {
    let (history, date) = (context.history, context.date)
    let asked = asked(record)
    let items = named(in: record)
    let open = items.filter { $0.state == .open }.map(\.number)
    let today = history.days.last?.drop ?? history.alerts.last?.drop
    let told = history.alerts.last.map { alert in
      let worse = alert.worsenings.last
      let falls = history.falls(upTo: worse?.day ?? alert.fired)
      return HealthDropReading.Told(worse?.drop ?? alert.drop, falls: falls)
    }
    let previous = context.ledger.records
      .filter { $0.kind == record.kind && $0.began < record.began }
      .compactMap { old in old.fired.flatMap { fired in old.cleared.map { fired...max(fired, $0) } }
      }
      .max { $0.upperBound < $1.upperBound }
    return HealthDropReading(
      since: finding.since,
      drop: today ?? HealthDrop(before: 0, now: 0, threshold: 0),
      told: told,
      rule: context.rule,
      goodDays: history.days.reversed().lazy.compactMap(\.drop).prefix(while: \.isOver).count,
      falls: history.falls(upTo: date),
      step: asked?.step,
      items: items,
      effect: asked.flatMap { context.analysis.effect(of: $0.step, items: open, on: date) },
      titles: titles,
      lastMerges: context.analysis.lastMerges(upTo: date, count: 2),
      previous: previous
    )
  }

  // MARK: Data that cannot be read

  /// Whose reach an alert shows: what reports are made of, and what cannot be read.
  static func shown(beside missing: Model.Stream?) -> [Model.Stream] {
    let usual: [Model.Stream] = [.issues, .pulls, .commits, .stars, .forks, .releases]
    return usual + [missing].compactMap(\.self).filter { !usual.contains($0) }
  }

  private func failure(
    _ finding: AlertFinding,
    _ record: AlertRecord
  ) -> CollectionFailureDocument.Reading {
    let streak = TroubleNotes.streak(of: record)
    let lastDay = record.began.advanced(by: -1)
    let stream = Model.Stream(rawValue: finding.subject.name)
    return CollectionFailureDocument.Reading(
      stream: stream,
      lastDay: lastDay,
      runs: (streak?.runs ?? [])
        .map { .init(at: $0.at, number: $0.number, url: $0.url, answer: $0.answer) },
      known: Self.shown(beside: stream)
        .map { known in
          let state = context.streams[known]
          let isRead = (state?.horizon ?? .nothing) != .nothing
          let isMissing = known == stream || stream == nil
          return .init(
            known,
            until: isRead ? (isMissing ? lastDay : context.date) : nil,
            isRefused: state?.lastAttempt?.failure != nil
          )
        },
      lastScore: context.history.days.last { $0.day <= lastDay }?.score.score
    )
  }
}
