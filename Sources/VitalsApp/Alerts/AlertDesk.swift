import Delivery
import GitHub
import Model
import Reporting
import Settings
import Storage

/// Carries out the plan for the alerts of one repository, and keeps what was told.
struct AlertDesk {
  private let session: Session
  private let store: any MetricStore
  private let channel: IssueChannel
  private let texts: AlertTexts
  private var ledger: AlertLedger
  private(set) var delivered: [RunRecord.DeliveredRecord] = []

  init(
    _ session: Session,
    api: GitHubAPI,
    store: any MetricStore,
    _ repository: Repository,
    _ texts: AlertTexts,
    among issues: [OwnIssue]?
  ) async throws {
    (self.session, self.store, self.texts) = (session, store, texts)
    ledger = texts.context.ledger
    channel = try await IssueChannel(
      session,
      api: api,
      store: store,
      repository: repository,
      among: issues
    )
  }

  private var date: Day { texts.context.date }
  private var name: RepositoryName { channel.repository.name }
  private var delivery: AlertDelivery { AlertDelivery(api: channel.api, repository: name) }

  /// Does what the plan says; where issues cannot be written, only what was raised is kept.
  mutating func reconcile(hasGap: Bool, isPossible: Bool) async throws {
    let findings = texts.context.findings
    let mode = session.settings.delivery.issues.mode
    let isReadable = isPossible && mode != .off
    var shown: [AlertSubject: OwnIssue] = [:]
    var states: [AlertState] = []
    for subject in subjects(findings) {
      let isFiring = findings.contains { $0.subject == subject && $0.cleared == nil }
      let issue = isReadable ? try await issue(of: subject, isFiring: isFiring) : nil
      shown[subject] = issue
      states.append(state(of: subject, issue))
    }
    let plan = AlertPlan(
      findings,
      states,
      on: date,
      by: AlertPlan.Rules(
        recentNotifications: ledger.notifications(before: session.now),
        mostNew: session.settings.alerts.maxNewPerRun,
        cooldown: [.healthDrop: session.settings.alerts.healthDrop.cooldownDays, .anomaly: 7],
        hasGap: hasGap
      )
    )
    let isSilent = session.options.isDryRun || mode != .post || !isPossible
    for step in plan.steps {
      if isSilent {
        try await note(step, isShown: mode == .preview || session.options.isDryRun || !isPossible)
      } else {
        try await carryOut(step, shown[step.subject])
      }
    }
  }

  private func subjects(_ findings: [AlertFinding]) -> Set<AlertSubject> {
    let listed = channel.issues.compactMap { AlertSubject(own: $0, ledger, channel.repository.id) }
    return Set(findings.map(\.subject)).union(ledger.subjects).union(listed)
  }

  private func state(of subject: AlertSubject, _ issue: OwnIssue?) -> AlertState {
    AlertState(
      subject,
      raised: ledger[subject]?.raised,
      issue: issue.map { issue in
        AlertState.Issue(
          number: issue.number,
          isOpen: issue.isOpen,
          isSnoozed: issue.labels.contains {
            $0.lowercased() == session.settings.alerts.snoozeLabel.lowercased()
          }
        )
      }
    )
  }

  /// The issue that carries an alert: listed, or remembered and read by its number.
  private func issue(of subject: AlertSubject, isFiring: Bool) async throws -> OwnIssue? {
    let record = ledger[subject]
    let own = channel.issues.filter {
      AlertSubject(own: $0, ledger, channel.repository.id) == subject
    }
    if let listed = own.first(where: { $0.number == record?.issue })
      ?? own.filter(\.isOpen).min(by: { $0.number < $1.number })
    {
      return listed
    }
    guard let record, let number = record.issue, isFiring || record.cleared == nil else {
      return nil
    }
    guard let found = try await channel.api.issueNow(number, in: name)?.issue else { return nil }
    let marker = subject.marker(of: channel.repository.id)
    return marker.names(OwnMarker(in: found.body)) ? found : nil
  }
}

extension AlertSubject {
  /// The subject of an issue that is the tool's: written by its account, or remembered.
  fileprivate init?(own issue: OwnIssue, _ ledger: AlertLedger, _ repository: RepositoryID) {
    guard issue.isByViewer || ledger.records.contains(where: { $0.issue == issue.number }),
      let marker = OwnMarker(in: issue.body), marker.repository == repository
    else { return nil }
    self.init(marker)
  }
}

// MARK: - Carrying out

extension AlertDesk {
  private mutating func carryOut(_ step: AlertPlan.Step, _ shown: OwnIssue?) async throws {
    var record = record(for: step)
    switch (step.action, step.finding) {
    case (.open, let finding?):
      guard let document = try texts.document(of: finding, record) else { return }
      let outcome = try await delivery.open(document)
      (record.issue, record.url, record.title) = (outcome.number, outcome.url, document.title)
      (record.openedAt, record.isDismissed) = (session.now, false)
      note("opened", record)
    case (.update(let number), let finding?):
      (record.issue, record.isDismissed) = (number, false)
      (record.url, record.title) = (shown?.url ?? record.url, shown?.title ?? record.title)
      if let document = try texts.document(of: finding, record),
        try await delivery.update(number, from: shown?.body, to: document)
      {
        note("updated", record)
      }
      try await restoreLabel(of: number, shown)
    case (.worsen(let number), let finding?), (.reopen(let number), let finding?):
      let remark = try texts.worsening(of: finding, record)
      guard let document = try texts.document(of: finding, record) else { return }
      if case .reopen = step.action {
        try await delivery.reopen(number, with: document)
        (record.title, record.closedAt) = (document.title, nil)
      } else {
        _ = try await delivery.update(number, from: shown?.body, to: document)
      }
      try await delivery.say(remark, on: number)
      (record.issue, record.url) = (number, shown?.url ?? record.url)
      (record.worsenedAt, record.isDismissed) = (session.now, false)
      tell(finding, in: &record)
      note("worsened", record)
    case (.recover(let number), _):
      try await delivery.say(try texts.recovery(of: step.subject, ledger[step.subject]), on: number)
      try await delivery.close(number)
      (record.issue, record.url) = (number, shown?.url ?? record.url)
      (record.cleared, record.closedAt) = (date, session.now)
      note("closed", record)
    case (.close(let number), _):
      try await delivery.close(number)
      (record.issue, record.cleared, record.closedAt) = (number, date, session.now)
      note("closed", record)
    case (.settle, _):
      try await settle(step)
      return
    case (.hold(let reason), let finding?):
      guard reason != .gap, finding.cleared == nil else { return }
      record.isDismissed = reason == .dismissed
    default: return
    }
    try await keep(record)
  }

  /// Keeps what was raised where nothing can be, or is to be, written.
  private mutating func note(_ step: AlertPlan.Step, isShown: Bool) async throws {
    if step.action == .settle { return try await settle(step) }
    guard let finding = step.finding, finding.cleared == nil, step.action != .hold(.gap) else {
      return
    }
    var record = record(for: step)
    guard let document = try texts.document(of: finding, record) else { return }
    record.title = record.title ?? document.title
    if step.action == .open, isShown {
      note("would open", record)
      if !session.options.isJSON {
        session.world.output("# \(document.title)\n\n\(document.body)\n")
      }
    }
    if !session.options.isDryRun { try await keep(record) }
  }

  /// Notes that an alert is over whose issue is closed already, or never was.
  private mutating func settle(_ step: AlertPlan.Step) async throws {
    guard var record = ledger[step.subject], record.cleared == nil else { return }
    record.cleared = step.finding?.cleared ?? date
    try await keep(record)
  }

  /// The record under way, or a new one for a finding that is not on record.
  private func record(for step: AlertPlan.Step) -> AlertRecord {
    let known = ledger[step.subject]
    if let known, known.cleared == nil || step.finding?.cleared != nil || step.finding == nil {
      return known
    }
    let kind = step.subject.kind.rawValue
    var new =
      step.finding.map(AlertRecord.init)
      ?? AlertRecord(kind: kind, subject: step.subject.name, began: date, fired: date)
    (new.issue, new.url) = (known?.issue, known?.url)
    new.notes = step.finding.map(texts.notes) ?? ""
    return new
  }

  private func tell(_ finding: AlertFinding, in record: inout AlertRecord) {
    record.severity = max(record.severity, finding.severity.rawValue)
    record.magnitude = max(record.magnitude, finding.magnitude)
  }

  /// Puts the tool's label back on an issue that was only found by its number.
  private func restoreLabel(of number: Int, _ shown: OwnIssue?) async throws {
    let label = session.settings.delivery.issues.label
    guard let shown, !shown.labels.isEmpty || !channel.issues.contains(shown),
      !shown.labels.contains(where: { $0.lowercased() == label.lowercased() })
    else { return }
    try await channel.api.addLabels([label], to: number, in: name)
  }

  private mutating func note(_ action: String, _ record: AlertRecord) {
    delivered.append(
      RunRecord.DeliveredRecord(
        kind: RunRecord.DeliveredRecord.alert,
        subject: [name.description, record.kind, record.subject].filter { !$0.isEmpty }
          .joined(separator: " "),
        action: action,
        url: record.url
      )
    )
  }

  private mutating func keep(_ record: AlertRecord) async throws {
    ledger.keep(record)
    try await store.apply(
      Changes(
        repository: channel.repository.id,
        deliveries: [channel.delivery(of: record)].compactMap(\.self),
        alerts: [record]
      )
    )
  }
}
