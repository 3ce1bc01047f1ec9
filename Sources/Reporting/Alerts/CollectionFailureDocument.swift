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
    /// The last day read whole.
    package var lastDay: Day
    /// The newest last.
    package var runs: [Run]
    /// Days up to which each stream is read; one that never was is nil.
    package var known: [(stream: Stream, until: Day?)]
    /// The score of ``lastDay``.
    package var lastScore: Double?

    package init(
      stream: Stream?,
      lastDay: Day,
      runs: [Run],
      known: [(stream: Stream, until: Day?)],
      lastScore: Double?
    ) {
      (self.stream, self.lastDay, self.runs) = (stream, lastDay, runs)
      (self.known, self.lastScore) = (known, lastScore)
    }

    package static func == (left: Self, right: Self) -> Bool {
      (left.stream, left.lastDay, left.runs, left.lastScore)
        == (right.stream, right.lastDay, right.runs, right.lastScore)
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(stream)
      hasher.combine(lastDay)
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
    let what = reading.stream?.words ?? "the repository"
    let isPermission = permission != nil
    let content = AlertContent(
      title: "\(what.capitalizedFirst) cannot be read since \(day(since))",
      heading: isPermission ? "A permission is missing" : "Some data cannot be read",
      paragraphs: [
        Inline(
          "GitHub did not give \(what) to \(AlertWords.runs(reading.runs.count)). Nothing is lost; "
            + "the next run that is allowed fetches what is missing."
        ),
        "\(strong: "Do first:") \(remedy)",
      ],
      sections: [("known", known), ("meaning", meaning), ("details", details)],
      values: [.init("permission", JSONValue(permission))],
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

  /// The first day that is missing.
  private var since: Day { reading.lastDay.advanced(by: 1) }

  private func day(_ day: Day) -> String { DateText.day(day, near: input.date) }

  /// The line of a workflow that would allow it; nil where no such line would.
  private var permission: String? {
    guard reading.runs.last?.answer.contains("accessible") == true else { return nil }
    switch reading.stream {
    case .pulls: return "pull-requests: read"
    case .issues: return "issues: read"
    case .commits, .releases: return "contents: read"
    case .forks, .stars, .snapshot, .traffic, nil: return nil
    }
  }

  private var remedy: Inline {
    if permission != nil { return "add the marked line to your RepoVitals workflow." }
    return reading.stream == .traffic
      ? "check the second token, \(.code("github.traffic_token"))."
      : "see what GitHub said, below, and check the token."
  }

  private var known: ReportSection {
    let rows = reading.known.map { stream, until -> [Inline] in
      let isMissing = stream == reading.stream || reading.stream == nil
      let name = Inline(stream.words.capitalizedFirst)
      let day = until.map { self.day($0) } ?? "never"
      let state =
        isMissing
        ? "not given, \(CountText.of(reading.runs.count, "run"))"
        : until == nil ? "not read yet" : "up to date"
      return isMissing
        ? [.strong(name), "\(strong: day)", Inline(state)] : [name, Inline(day), Inline(state)]
    }
    let table = ReportTable(columns: ["data", "until", "state"], rows: rows)
    return ReportSection("What is known", tables: [("rows", table)])
  }

  private var meaning: ReportSection {
    let score = reading.lastScore.map { score in
      "The score stays at its last whole day: \(strong: "\(NumberText.score(score)) of 100 on \(day(reading.lastDay))"). It is not guessed."
        as Inline
    }
    let bullets: [Inline] =
      [score].compactMap(\.self) + [
        "Alerts about health and unusual activity wait. The missing days do not count as quiet days.",
        "This closes by itself after the first complete run.",
      ]
    return ReportSection(
      "What this means",
      values: [.init("bullets", .array(bullets.map { .string($0.markdown) }))]
    )
  }

  private var details: ReportSection {
    let rows = reading.runs.map { run -> [Inline] in
      let number = run.number.map { input.links.external(run.url, NumberText.count($0)) } ?? "–"
      return [number, Inline(DateText.instant(run.at)), .outside(run.answer)]
    }
    let table = ReportTable(columns: ["run", "time", "answer"], rows: rows)
    return ReportSection("Details", tables: [("rows", table)])
  }
}
