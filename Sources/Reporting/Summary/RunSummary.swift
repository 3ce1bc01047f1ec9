package import Model

/// The summary of one run of a repository, for GITHUB_STEP_SUMMARY.
package struct RunSummary: Sendable {
  private let input: ReportInput
  private let run: RunRecord
  private let file: String?

  /// Tells what `run` did for the repository that `input` reports on.
  ///
  /// - Parameters:
  ///   - input: What there is to say.
  ///   - run: What was done.
  ///   - file: The path of the full report; nil where none was written.
  package init(_ input: ReportInput, run: RunRecord, file: String?) {
    self.input = input
    self.run = run
    self.file = file
  }

  /// The document, checked to show on GitHub as it was meant.
  ///
  /// - Parameter templates: The built-in templates, or those a user put in their place.
  /// - Returns: The Markdown, which ends with a newline.
  /// - Throws: ``MustacheError`` for a broken template, ``InvalidDocument`` for a broken document.
  package func document(templates: TemplateSet = .builtIn) throws -> String {
    let verdict = verdict
    let score = score
    let facts = ReportSection(
      "This run",
      values: [.init("facts", .array(facts.map { .string($0.markdown) }))]
    )
    let text = try templates.render(
      "step-summary",
      with: [
        "verdict": verdict.json,
        "score": score?.json ?? nil,
        "alerts": .array(alerts.map { .string($0.markdown) }),
        "run": facts.json,
        "file": JSONValue(file.map { Inline.code($0).markdown }),
        "footer": .string(Footer(input).short.markdown),
      ]
    )
    var outline = DocumentOutline(headings: [verdict.heading])
    outline.append(score?.tables.map(\.table) ?? [])
    outline.append(facts)
    return try ValidatedDocument(
      text,
      name: "step-summary.md",
      outline: templates.hasOverrides ? nil : outline
    )
    .text
  }

  /// That of the report, with the repository's name in front.
  private var verdict: Verdict {
    var verdict = Verdict(input)
    let state = verdict.heading.replacing(": ", with: ", ").lowercasedFirst
    verdict.heading = "\(input.repository.name.name): \(state)"
    return verdict
  }

  /// Alerts that the run opened or closed, or would have.
  private var alerts: [Inline] {
    run.delivered
      .filter {
        $0.kind == RunRecord.DeliveredRecord.alert
          && $0.concerns(input.repository.name.description)
      }
      .compactMap { record in
        let words: [String: String] = [
          "opened": "An alert was opened", "closed": "An alert was closed",
          "worsened": "An alert got worse", "would open": "An alert would be opened",
        ]
        guard let start = words[record.action] else { return nil }
        let kind = record.subject.split(separator: " ").dropFirst().first.map(String.init)
        let title = input.alerts.first { $0.kind == kind }?.title.lowercasedFirst
        let rest = title.map { ": \($0)" } ?? ""
        return .strong(input.links.external(record.url, start)) + "\(rest)."
      }
  }

  private var score: ReportSection? {
    guard input.lifecycle == .active || input.lifecycle == .new else { return nil }
    let section = ScoreSection(input)
    return ReportSection(
      "",
      values: [
        .init("has_change", .bool(section.hasChange)),
        .init("span", .string(input.scoreSpan.words)),
      ],
      tables: [("rows", section.summary)]
    )
  }

  private var facts: [Inline] {
    [read, requests, history, lost, delivered, missing].compactMap(\.self)
  }

  private var streams: [RunRecord.StreamRun] {
    run.repositories.first { $0.name == input.repository.name.description }?.streams ?? []
  }

  private var read: Inline? {
    // The rows are those of whole pages, known ones included: their number is no news.
    let parts = streams.filter { $0.rows > 0 }.map(\.name.words)
    let rows = parts.isEmpty ? "nothing had changed" : parts.joined(separator: ", ")
    return "\(strong: "Read:") \(rows)."
  }

  private var requests: Inline? {
    let counts = run.requests
    let points = CountText.of(counts.points, "GraphQL point")
    let retries = counts.retries > 0 ? ", \(CountText.of(counts.retries, "retry", "retries"))" : ""
    return
      "\(strong: "Requests:") \(NumberText.count(counts.rest + counts.graphql)), \(points)\(retries)."
  }

  private var history: Inline? {
    let since = input.knownSince ?? input.repository.createdAt.day
    let words = input.knownSince == nil ? "whole since" : "known since"
    return "\(strong: "History:") \(words) \(DateText.dayAndYear(since))."
  }

  private var lost: Inline? {
    run.historyLost.map { "\(strong: "History lost:") \($0.sentence)" }
  }

  private var delivered: Inline? {
    let name = input.repository.name.description
    let records = run.delivered.filter { $0.concerns(name) }
    let done = records.filter { $0.action != Self.unchanged }
      .map { "\($0.action) \(link(to: $0))" as Inline }
    let kept = records.filter { $0.action == Self.unchanged }.map(link)
    let parts = [
      done.isEmpty ? nil : Inline.list(done),
      kept.isEmpty ? nil : "\(Inline.list(kept)) needed no change",
    ]
    .compactMap(\.self)
    return parts.isEmpty ? nil : "\(strong: "Delivered:") \(Inline.joined(parts, by: "; "))."
  }

  private static let unchanged = "unchanged"

  /// As in `alert 659`.
  private func link(to record: RunRecord.DeliveredRecord) -> Inline {
    let number = record.url.flatMap { $0.split(separator: "/").last }.flatMap { Int($0) }
    let words = record.kind.replacing("-", with: " ") + (number.map { " \($0)" } ?? "")
    return input.links.external(record.url, words)
  }

  private var missing: Inline? {
    let names = input.missing.map(\.what.lowercasedFirst)
    return names.isEmpty ? nil : "\(strong: "Not collected:") \(names.joined(separator: "; "))."
  }
}
