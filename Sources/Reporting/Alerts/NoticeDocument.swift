package import Model

/// An alert that needs no more than a few sentences.
package struct NoticeDocument: Sendable {
  /// What happened.
  package enum Notice: Hashable, Sendable {
    /// Nobody is active any more; a second notice comes after 90 days.
    case inactive(lastActive: Day?, isLong: Bool)
    /// Daily runs ended at a limit of GitHub before they reached their day.
    case rateLimit(since: Day, runs: Int)
    /// History that GitHub cannot tell again is gone; the sentence says what and why, and the
    /// settings may keep a second copy already.
    case historyLost(since: Day, sentence: String, hasCopy: Bool)
  }

  private let input: ReportInput
  private let notice: Notice
  private let marker: OwnMarker

  package init(_ input: ReportInput, _ notice: Notice, marker: OwnMarker) {
    (self.input, self.notice, self.marker) = (input, notice, marker)
  }

  /// The document, checked to show on GitHub as it was meant.
  package func document(templates: TemplateSet = .builtIn) throws -> AlertDocument {
    let content: AlertContent =
      switch notice {
      case .inactive(let day, let isLong): inactive(day, isLong: isLong)
      case .rateLimit(let since, let runs): rateLimit(since, runs: runs)
      case .historyLost(let since, let sentence, let hasCopy):
        historyLost(since, sentence, hasCopy: hasCopy)
      }
    return try content.document("alert-notice", marker: marker, input, templates: templates)
  }

  private func inactive(_ lastActive: Day?, isLong: Bool) -> AlertContent {
    let since = lastActive.map { " since \(DateText.dayAndYear($0))" } ?? ""
    let span = isLong ? "more than 90 days" : "60 days"
    let open = input.openItems.filter { !$0.isDraft }
    let verb = open.count == 1 ? "is" : "are"
    let rest =
      open.isEmpty
      ? "Nothing is open."
      : "\(CountText.of(open.count, "item")) \(verb) still open."
    return content(
      title: "Nobody has been active\(since)",
      heading: "The repository is inactive",
      "No commit, review, new issue or new pull request by a person for \(span). \(rest)",
      "\(strong: "Do first:") say in the README that the project rests, or archive the repository. "
        + "If it goes on, nothing is to be done.",
      closing: "This closes by itself with the next activity. Close it, and it stays quiet.",
      ["kind": "inactive", "since": JSONValue(lastActive)]
    )
  }

  private func rateLimit(_ since: Day, runs: Int) -> AlertContent {
    content(
      title: "Daily runs end at GitHub's limit since \(DateText.day(since, near: input.date))",
      heading: "The limit does not suffice",
      "In \(AlertWords.runs(runs)) GitHub's limit, or the budget of the run, was used up before "
        + "the day was read. Nothing is lost; the numbers of the last days are not judged.",
      "\(strong: "Do first:") run at another hour, when less of the token is used, or set "
        + "\(.code("github.rate_limit_budget")) higher.",
      closing: "This closes by itself after the first complete run.",
      ["kind": "rate-limit", "since": JSONValue(since), "runs": .int(runs)]
    )
  }

  private func historyLost(_ since: Day, _ sentence: String, hasCopy: Bool) -> AlertContent {
    let copy: Inline =
      hasCopy
      ? "look after the second copy that \(.code("storage.backup")) keeps: "
        + "\(.code("vitals doctor")) says whether it is there and how old it is."
      : "keep a second copy: set \(.code("storage.backup")) to a branch."
    return content(
      title: "History was lost on \(DateText.day(since, near: input.date))",
      heading: "Daily readings are gone",
      Inline(sentence),
      "\(strong: "Do first:") \(copy) What GitHub still tells is read again: issues, pull requests, "
        + "commits, stars and forks.",
      closing: "This closes by itself after the first complete run, when all that has been read "
        + "again. What was lost stays lost.",
      ["kind": "history-lost", "since": JSONValue(since)]
    )
  }

  private func content(
    title: String,
    heading: String,
    _ paragraphs: Inline...,
    closing: String,
    _ alert: JSONValue
  ) -> AlertContent {
    AlertContent(
      title: title,
      heading: heading,
      paragraphs: paragraphs,
      values: [.init("closing", .string(Inline(closing).markdown))],
      alert: alert
    )
  }
}
