import Analytics
import Delivery
import Model
import Reporting
import Storage

extension AlertTexts {
  /// The comment that an alert became worse, or came back.
  func worsening(
    of finding: AlertFinding,
    _ record: AlertRecord
  ) throws -> AlertDelivery.Remark {
    let marker = finding.subject.marker(of: "worse", on: context.date, in: context.repository)
    let now = context.history.days.last?.drop
    let sentence =
      switch finding.subject.kind {
      case .healthDrop:
        "The score has fallen by \(NumberText.short(now?.points ?? finding.magnitude)) points, after "
          + "\(NumberText.short(record.magnitude)) when this was told last."
      case .inactive: "Nobody has been active for 90 days."
      case .anomaly, .collectionFailure, .rateLimit, .historyLost: "See the text above."
      }
    let isBack = record.cleared != nil || record.isDismissed
    return try remark(
      AlertComment(
        context.input,
        marker: marker,
        heading: isBack ? "It is back, and worse." : "It got worse.",
        sentence: sentence,
        days: (record.began, context.date)
      ),
      marker
    )
  }

  /// The comment that an alert is over.
  func recovery(
    of subject: AlertSubject,
    _ record: AlertRecord?
  ) throws -> AlertDelivery.Remark {
    let marker = subject.marker(of: "recovery", on: context.date, in: context.repository)
    let from = record?.fired ?? context.date
    let days = max(1, from.distance(to: context.date))
    let ending = subject.kind == .healthDrop ? ending(since: from) : nil
    let heading = ending?.heading(after: days) ?? heading(subject.kind, after: days)
    let comment = AlertComment(
      context.input,
      marker: marker,
      heading: record == nil ? "This is over." : heading,
      sentence: ending?.sentence ?? sentence(subject.kind),
      rows: subject.kind == .healthDrop && record != nil ? rows(since: from) : [],
      days: (from, context.date),
      helped: subject.kind == .healthDrop ? record.flatMap(helped) : nil
    )
    return try remark(comment, marker)
  }

  private func remark(
    _ comment: AlertComment,
    _ marker: OwnMarker
  ) throws -> AlertDelivery.Remark {
    AlertDelivery.Remark(marker: marker, body: try comment.document(templates: templates))
  }

  /// Lost history does not come back, and what is unusual need not have been bad.
  private func heading(_ kind: AlertKind, after days: Int) -> String {
    let span = CountText.of(days, "day")
    return switch kind {
    case .collectionFailure, .rateLimit: "Recovered after \(span)."
    case .healthDrop, .anomaly, .inactive: "Over after \(span)."
    case .historyLost: "A new history has begun."
    }
  }

  private func ending(since fired: Day) -> HealthDropEnding {
    let history = context.history
    return HealthDropEnding(
      of: history.alerts.last { $0.fired == fired }?.drop,
      in: history.days.suffix(7).compactMap(\.drop),
      then: score(on: fired),
      now: score(on: context.date),
      on: context.date
    )
  }

  private func sentence(_ kind: AlertKind) -> String {
    switch kind {
    case .healthDrop: return "The score has kept its level for a week."
    case .inactive: return "Somebody was active again."
    case .collectionFailure, .rateLimit: return "The last run read everything."
    case .historyLost:
      return
        "Everything that GitHub still tells has been read again. What was lost stays lost: its "
        + "days are unknown, and count nowhere as zero."
    case .anomaly: return "The last days were ordinary."
    }
  }

  private func rows(since from: Day) -> [AlertComment.Row] {
    let entries = [
      ("pulls.merged.30d", "Merged in 30 days"), ("pulls.open", "Open pull requests"),
      ("contributors.active.30d", "People active in 30 days"),
    ]
    let before = context.analysis.metrics(on: from)
    let now = context.analysis.metrics(on: context.date)
    func value(_ id: String, _ metrics: [MetricValue]) -> String? {
      metrics.first { $0.id.rawValue == id }?.value.map { NumberText.fixed($0, decimals: 0) }
    }
    var score: [AlertComment.Row] = []
    if let then = self.score(on: from), let now = self.score(on: context.date) {
      score = [
        AlertComment.Row("Score", "\(NumberText.score(then))", "\(NumberText.score(now))")
      ]
    }
    return score
      + entries.compactMap { id, name in
        guard let old = value(id, before), let new = value(id, now) else { return nil }
        return AlertComment.Row(name, old, new)
      }
  }

  private func score(on day: Day) -> Double? {
    context.history.days.last { $0.day == day }?.score.score
  }

  /// What became of the items that the alert named.
  private func helped(_ record: AlertRecord) -> Inline? {
    let items = named(in: record)
    guard !items.isEmpty else { return nil }
    let links = context.input.reportLinks
    func list(_ state: Item.State, _ verb: String) -> Inline? {
      let found = items.filter { $0.state == state }
      guard !found.isEmpty else { return nil }
      return "\(Inline.list(found.map { links.item($0.number, $0.kind) })) \(verb)"
    }
    let parts = [list(.merged, "merged"), list(.closed, "closed")].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let rest = list(.open, "still open").map { " \($0)." as Inline } ?? ""
    return "\(strong: "What helped:") \(Inline.joined(parts, by: ", ")).\(rest)"
  }
}

extension ReportInput {
  /// Where the links of its documents lead.
  fileprivate var reportLinks: Links { Links(server: origin.server, repository: repository.name) }
}
