import Analytics
package import Model

/// The alert that a kind of data cannot be read: since when, why, and what to allow.
package struct CollectionFailureDocument: Sendable {
  /// What an alert about data that cannot be read says.
  package struct Reading: Hashable, Sendable {
    /// One run that was refused.
    package struct Run: Hashable, Sendable {
      package var at: Timestamp
      /// Nil outside GitHub Actions.
      package var number: Int?
      package var url: String?
      package var answer: String

      package init(at: Timestamp, number: Int?, url: String?, answer: String) {
        (self.at, self.number, self.url, self.answer) = (at, number, url, answer)
      }
    }

    /// Nil when the repository as a whole cannot be read.
    package var stream: Stream?
    /// The last day read whole; of what was never read, the day before the first refusal.
    package var lastDay: Day
    /// The newest last.
    package var runs: [Run]
    /// How far each stream is read.
    package var known: [Reach]
    /// The score of ``lastDay``.
    package var lastScore: Double?

    /// How far a stream is read.
    package struct Reach: Hashable, Sendable {
      package var stream: Stream
      /// Nil when nothing of it was ever read.
      package var until: Day?
      /// True when the last run was refused.
      package var isRefused: Bool

      package init(_ stream: Stream, until: Day?, isRefused: Bool) {
        (self.stream, self.until, self.isRefused) = (stream, until, isRefused)
      }
    }

    package init(
      stream: Stream?,
      lastDay: Day,
      runs: [Run],
      known: [Reach],
      lastScore: Double?
    ) {
      (self.stream, self.lastDay, self.runs) = (stream, lastDay, runs)
      (self.known, self.lastScore) = (known, lastScore)
    }

    /// Whether any of what is missing was read before.
    var wasRead: Bool {
      known.contains { ($0.stream == stream || stream == nil) && $0.until != nil }
    }
  }

  private let input: ReportInput
  private let reading: Reading
  private let marker: OwnMarker

  package init(_ input: ReportInput, _ reading: Reading, marker: OwnMarker) {
    (self.input, self.reading, self.marker) = (input, reading, marker)
  }

  /// The document, checked to show on GitHub as it was meant.
  package func document(templates: TemplateSet = .builtIn) throws -> AlertDocument {
    let what = missing
    let isPermission = permission != nil
    let content = AlertContent(
      // What was never read has no day on which that began.
      title: "\(what.capitalizedFirst) cannot be read"
        + (reading.wasRead ? " since \(day(since))" : ""),
      heading: isPermission ? "A permission is missing" : "Some data cannot be read",
      paragraphs: [
        Inline(
          "GitHub did not give \(what) to \(AlertWords.runs(reading.runs.count)). Nothing is lost; "
            + "the next run that is allowed fetches what is missing."
        ),
        "\(strong: "Do first:") \(remedy)",
      ],
      sections: [("known", known), ("meaning", meaning), ("details", details)],
      values: [.init("permission", permissions)],
      alert: [
        "kind": "collection-failure",
        "stream": JSONValue(reading.stream?.rawValue),
        "since": JSONValue(since),
        "runs": .int(reading.runs.count),
      ]
    )
    return try content.document(
      "alert-collection-failure",
      marker: marker,
      input,
      templates: templates
    )
  }

  /// What is missing, in words.
  private var missing: String { reading.stream?.words ?? "the repository" }

  /// The first day that is missing.
  private var since: Day { reading.lastDay.advanced(by: 1) }

  private func day(_ day: Day) -> String { DateText.day(day, near: input.date) }

  /// The permission of a workflow that would allow it; nil where none would.
  private var permission: String? {
    guard reading.runs.last?.answer.contains("accessible") == true else { return nil }
    switch reading.stream {
    case .pulls: return "pull-requests"
    case .issues: return "issues"
    case .commits, .releases: return "contents"
    case .forks, .stars, .snapshot, .traffic, nil: return nil
    }
  }

  /// All permissions of the quick start, since a workflow has none that it leaves out, with a mark
  /// at the line that is missing; null where no line would help.
  private var permissions: JSONValue {
    guard let permission else { return .null }
    let lines = ["contents", "issues", "pull-requests"]
      .map { name in "\(name): write" + (name == permission ? "   # this is missing" : "") }
    return ["lines": .array(lines.map { .string($0) })]
  }

  private var remedy: Inline {
    if permission != nil {
      return
        "give the job of RepoVitals in your workflow all of these lines; the marked one is missing. "
        + "Where it stands already, \(input.links.page("permissions.md", "permissions")) tells what "
        + "else may forbid it."
    }
    return reading.stream == .traffic
      ? "check the second token, \(.code("github.traffic_token"))."
      : "see what GitHub said, below, and check the token."
  }

  private var known: ReportSection {
    let rows = reading.known.map { reach -> [Inline] in
      let isMissing = reach.stream == reading.stream || reading.stream == nil
      let name = Inline(reach.stream.words.capitalizedFirst)
      let day = reach.until.map { self.day($0) } ?? "never"
      let state =
        isMissing
        ? "not given, \(CountText.of(reading.runs.count, "run"))"
        : reach.isRefused ? "not given" : reach.until == nil ? "not read yet" : "up to date"
      return isMissing
        ? [.strong(name), "\(strong: day)", Inline(state)] : [name, Inline(day), Inline(state)]
    }
    let table = ReportTable(columns: ["data", "until", "state"], rows: rows)
    return ReportSection("What is known", tables: [("rows", table)])
  }

  private var meaning: ReportSection {
    let bullets: [Inline] =
      effects + ["This closes by itself after the first complete run."]
    return ReportSection(
      "What this means",
      values: [.init("bullets", .array(bullets.map { .string($0.markdown) }))]
    )
  }

  /// What becomes of the score and of other alerts meanwhile.
  private var effects: [Inline] {
    let gap = "The missing days do not count as quiet days."
    if let stream = reading.stream, !stream.isOfScore {
      return ["The score does not need \(missing).", "Alerts about \(missing) wait. \(gap)"]
    }
    guard reading.wasRead else {
      return [Inline(leftOut), "Alerts about \(missing) wait. \(gap)"]
    }
    let score = reading.lastScore.map { score in
      "The score stays at its last whole day: \(strong: "\(NumberText.score(score)) of 100 on \(day(reading.lastDay))"). It is not guessed."
        as Inline
    }
    return [score].compactMap(\.self) + ["Alerts about health and unusual activity wait. \(gap)"]
  }

  /// The parts of the score that are missing, and what the others make.
  private var leftOut: String {
    let names = input.score.unknown.map { ComponentWords.name(of: $0.id).lowercasedName }
    guard !names.isEmpty else { return "The score leaves out what needs \(missing)." }
    guard let score = input.score.value else {
      return "There is no score: it lacks \(CountText.list(names))."
    }
    let others = CountText.words(input.score.known.count, "other part")
    return "The score leaves out \(CountText.list(names)): \(NumberText.score(score)) of 100 from "
      + "the \(others)."
  }

  private var details: ReportSection {
    let rows = streaks.map { runs -> [Inline] in
      [range(runs.map(name)), range(runs.map { Inline(DateText.instant($0.at)) }), answer(runs)]
    }
    let table = ReportTable(columns: ["run", "time", "answer"], rows: rows)
    let more: Inline =
      "A refusal is not repeated within a run. \(.code("vitals doctor")) checks all "
      + "\(input.links.page("permissions.md", "permissions")) at once."
    return ReportSection(
      "Details",
      values: [.init("more", .string(more.markdown))],
      tables: [("rows", table)]
    )
  }

  /// Runs one after the other that got the same answer.
  private var streaks: [ArraySlice<Reading.Run>] {
    reading.runs.indices
      .reduce(into: []) { streaks, index in
        if let last = streaks.last, last.last?.answer == reading.runs[index].answer {
          streaks[streaks.count - 1] = reading.runs[last.startIndex...index]
        } else {
          streaks.append(reading.runs[index...index])
        }
      }
  }

  private func name(_ run: Reading.Run) -> Inline {
    run.number.map { input.links.external(run.url, NumberText.count($0)) } ?? "–"
  }

  /// The first and the last where they differ.
  private func range(_ names: [Inline]) -> Inline {
    guard let first = names.first, let last = names.last, first != last else {
      return names.first ?? ""
    }
    return "\(first) to \(last)"
  }

  private func answer(_ runs: ArraySlice<Reading.Run>) -> Inline {
    let answer = Inline.outside(runs.first?.answer ?? "")
    return runs.count > 1 ? answer + " (\(CountText.of(runs.count, "run")))" : answer
  }
}
