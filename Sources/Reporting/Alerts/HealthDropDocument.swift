import Analytics
package import Model

/// The alert that the score fell: how far, why, and what to decide.
package struct HealthDropDocument: Sendable {
  private let input: ReportInput
  private let reading: HealthDropReading
  private let marker: OwnMarker
  /// What a person puts on the issue to silence it.
  private let snoozeLabel: String

  package init(
    _ input: ReportInput,
    _ reading: HealthDropReading,
    marker: OwnMarker,
    snoozeLabel: String
  ) {
    (self.input, self.reading) = (input, reading)
    (self.marker, self.snoozeLabel) = (marker, snoozeLabel)
  }

  /// The document, checked to show on GitHub as it was meant.
  package func document(templates: TemplateSet = .builtIn) throws -> AlertDocument {
    let verdict = Verdict(input)
    let content = AlertContent(
      title: title,
      heading: verdict.heading,
      paragraphs: [Inline(sentence), first, Inline(facts)].compactMap(\.self),
      sections: [("items", items), ("fell", fell), ("why", why), ("details", details)],
      values: [.init("snooze", .string(Inline.code(snoozeLabel).markdown))],
      alert: json,
      advice: advice
    )
    return try content.document("alert-health-drop", marker: marker, input, templates: templates)
  }

  // MARK: The first lines

  private var before: Int { NumberText.score(reading.drop.before) }
  private var now: Int { NumberText.score(reading.drop.now) }

  /// The fall of the data date; where that is too small by now, the one that raised the alert, which
  /// the facts of the data date do not explain.
  private var title: String {
    let isToday = reading.drop.points >= reading.rule.points
    let today = HealthDropReading.Told(reading.drop, falls: reading.falls)
    let told = isToday ? today : reading.told ?? today
    let cause = Self.named(in: told.falls).first?.id
    let reason = cause.map { id in
      ": \(HealthDropWords.reason(id, isToday ? input.score.component(id) : nil))"
    }
    let (before, now) = (NumberText.score(told.drop.before), NumberText.score(told.drop.now))
    return "Health fell from \(before) to \(now)\(reason ?? "")"
  }

  private var named: [ComponentFall] { Self.named(in: reading.falls) }

  /// The largest loss first, but forks last: they explain the least.
  private static func named(in falls: [ComponentFall]) -> [ComponentFall] {
    let named = falls.filter(\.isNamed)
    return named.filter { $0.id != .forks } + named.filter { $0.id == .forks }
  }

  private func reason(_ id: ComponentID) -> String {
    HealthDropWords.reason(id, input.score.component(id))
  }

  /// Whether the score is near its level before, as it must be for a week until the alert closes.
  private var isRecovering: Bool { reading.goodDays > 0 }

  /// What gave way, and what did not; or that it is coming back.
  private var sentence: String {
    if isRecovering {
      let days = CountText.of(reading.goodDays, "day")
      let isBack = reading.told.map { reading.drop.isNear($0.drop) } ?? true
      return isBack
        ? "The score has been near its earlier level for \(days); this closes after seven."
        : "The score has kept its new level for \(days); this closes after seven."
    }
    let fell = named.isEmpty ? Array(fallen.prefix(1)) : named
    guard !fell.isEmpty else { return "The score fell, and no part of it stands out." }
    let words = CountText.list(fell.map { reason($0.id) }).capitalizedFirst
    let rest = reading.falls.filter { abs($0.points) < 1 }
      .map { ComponentWords.topic(of: $0.id) }
    guard !rest.isEmpty else { return "\(words)." }
    let isPlural = rest.count > 1 || ["people", "answers", "forks"].contains(rest[0])
    let verb = isPlural ? "are much as they were" : "is much as it was"
    return "\(words). \(CountText.list(rest).capitalizedFirst) \(verb)."
  }

  private var open: [ItemStanding] { reading.items.filter { $0.state == .open } }

  private var first: Inline? {
    guard let step = reading.step, !open.isEmpty else {
      guard reading.step == nil, !isRecovering, let id = named.first?.id else { return nil }
      return HealthDropWords.look(id).map { "\(strong: "Do first:") \(Inline($0))." }
    }
    let words = AlertWords.toDo(step, count: open.count)
    let effect = EffectWords(score: input.score.value)
    let promise = isRecovering ? nil : effect.asked(step, open.count, reading.effect)
    return "\(strong: "Do first:") \(words)."
      + (promise.map { " \(Inline($0.capitalizedFirst))" } ?? "")
  }

  private var facts: String {
    // As the title and the table have it: the difference of the numbers that are shown.
    let fall = NumberText.change(Double(now - before), decimals: 0)
    let change = now == before ? "at the level before" : "\(fall) from the level before"
    let threshold = NumberText.fixed(reading.drop.threshold, decimals: 0)
    let since = DateText.day(reading.since, near: input.date)
    let chance =
      reading.drop.threshold > reading.rule.points
      ? "chance explains up to \(threshold)" : "\(threshold) is worth an alert"
    return "\(change) · \(chance) · since \(since) · \(Verdict.parts(input))"
  }

  // MARK: The sections

  private var items: ReportSection? {
    guard !reading.items.isEmpty else { return nil }
    let rows = reading.items.map { item -> JSONValue in
      let link = input.links.item(item.number, item.kind, title: reading.titles[item.number])
      return [
        "mark": .string(item.state == .open ? " " : "x"),
        "what": .string(link.markdown),
        "state": .string(Inline(state(item)).markdown),
      ]
    }
    return ReportSection("Waiting for a decision", values: [.init("rows", .array(rows))])
  }

  private func state(_ item: ItemStanding) -> String {
    guard item.state == .open else { return item.state.rawValue }
    let age = DurationText.waiting(from: item.createdAt, to: input.end)
    guard item.firstResponseAt != nil else {
      return "open for \(age), no \(item.kind == .pull ? "review" : "reply") yet"
    }
    let reviews = item.reviews > 0 ? ", \(CountText.of(item.reviews, "review"))" : ""
    let quiet = DurationText.waiting(from: item.lastActivityAt, to: input.end)
    return "open for \(age)\(reviews), quiet for \(quiet)"
  }

  /// The parts that are below their value before, as it is shown.
  private var fallen: [ComponentFall] {
    reading.falls.filter { NumberText.score($0.now) < NumberText.score($0.before) }
  }

  private var fell: ReportSection {
    var rows = fallen.map { fall -> [Inline] in
      let facts = input.score.component(fall.id).map { ComponentWords($0).facts } ?? ""
      let name: Inline = .strong(Inline(ComponentWords.name(of: fall.id)))
      let after = NumberText.score(fall.now)
      return [
        name + (facts.isEmpty ? "" : .lineBreak + Inline(facts)),
        Inline(String(NumberText.score(fall.before))), "\(strong: String(after))",
      ]
    }
    rows.append(
      ["\(strong: "Score")", "\(before) of 100", "\(strong: String(now)) of 100"]
    )
    let back = fallen.isEmpty ? "No part is below its value before any more. " : ""
    let words = "\(back)Before: the middle value of \(span(70, 15)). Now: that of \(span(6, 0))."
    return ReportSection(
      "What fell",
      values: [
        .init("remark", .string(Inline(words).markdown)), .init("chart", JSONValue(chart)),
      ],
      tables: [("rows", ReportTable(columns: ["part", "before", "now"], rows: rows))]
    )
  }

  /// From so many days before the data date to so many.
  private func span(_ from: Int, _ to: Int) -> String {
    let (first, last) = (input.date.advanced(by: -from), input.date.advanced(by: -to))
    return "\(DateText.day(first, near: input.date)) to \(DateText.day(last, near: input.date))"
  }

  /// The past half year; nil where a week of it has no score.
  private var chart: String? {
    let weeks = input.weeklyScores.suffix(27).reversed().prefix { $0 != nil }.compactMap(\.self)
    guard weeks.count >= 4 else { return nil }
    return Chart(
      title: "Health score by week, \(weeks.count - 1) weeks to \(input.date)",
      description: "From \(before) before to \(now) now",
      firstWeek: 1 - weeks.count,
      highest: 100,
      values: weeks.reversed().map { String(NumberText.score($0)) },
      level: before
    )
    .mermaid
  }

  private var why: ReportSection? {
    var bullets: [Inline] = []
    for fall in named {
      guard let component = input.score.component(fall.id) else { continue }
      if fall.id == .throughput, let stopped {
        bullets.append(stopped)
        continue
      }
      let words = ComponentWords(component)
      let event = Inline(words.event(rose: false) + ".")
      bullets.append(.strong(event) + " \(words.facts.capitalizedFirst).")
    }
    guard !bullets.isEmpty else { return nil }
    return ReportSection(
      "Why",
      values: [.init("bullets", .array(bullets.map { .string($0.markdown) }))]
    )
  }

  /// That nothing has been merged for two weeks, with what was merged last; nil where something was.
  private var stopped: Inline? {
    guard let last = reading.lastMerges.first,
      last.lastActivityAt.day.distance(to: input.date) > 14
    else { return nil }
    let links = reading.lastMerges.map { merge in
      let day = DateText.day(merge.lastActivityAt.day, near: input.date)
      return "\(input.links.item(merge.number, merge.kind)) on \(day)" as Inline
    }
    let words = reading.lastMerges.count == 1 ? "The last merge was" : "The last merges were"
    return "\(strong: "Merging stopped.") \(words) \(Inline.list(links))."
  }

  private var details: ReportSection {
    let fall = NumberText.fixed(reading.drop.points, decimals: 1)
    let threshold = NumberText.fixed(reading.drop.threshold, decimals: 1)
    let least = NumberText.short(reading.rule.points)
    let evidence = NumberText.fixed(input.score.confidence * 100, decimals: 0)
    let days = CountText.words(reading.rule.confirmDays, "day")
    let confirm = reading.rule.confirmDays > 1 ? "\(days) in a row" : days
    let unusual =
      "The fall is \(fall) points. An alert needs a fall of at least \(least) points that "
      + "chance does not explain (two standard errors), here \(threshold), on \(confirm), and "
      + "enough evidence (\(evidence) of 100 here; 50 is the least)."
    let previous = reading.previous.map { span in
      "The last alert of this kind lasted from \(DateText.day(span.lowerBound, near: input.date)) "
        + "to \(DateText.dayAndYear(span.upperBound))."
    }
    return ReportSection(
      "Details",
      values: [
        .init("unusual", .string(Inline(unusual).markdown)),
        .init("previous", JSONValue(previous.map { Inline($0).markdown })),
      ]
    )
  }

  // MARK: The hidden data

  private var json: JSONValue {
    [
      "kind": "health-drop",
      "since": JSONValue(reading.since),
      "before": .double(reading.drop.before),
      "now": .double(reading.drop.now),
      "threshold": .double(reading.drop.threshold),
      "parts": .array(named.map { .string($0.id.rawValue) }),
    ]
  }

  private var advice: [JSONValue] {
    guard let step = reading.step else { return [] }
    return [
      [
        "id": .string(step.rawValue),
        "items": .array(reading.items.map { .int($0.number) }),
        "effect": reading.effect?.json ?? .null,
      ]
    ]
  }
}
