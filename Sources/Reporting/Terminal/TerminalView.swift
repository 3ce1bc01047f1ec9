import Analytics

/// The health report in short, for a person at a terminal: plain text without colour.
package struct TerminalView: Sendable {
  private let input: ReportInput

  package init(_ input: ReportInput) {
    self.input = input
  }

  /// Lines of at most 80 characters where words allow, the last one ended.
  ///
  /// Nothing from outside in it can steer a terminal.
  package var text: String {
    let isJudged = input.lifecycle == .active || input.lifecycle == .new
    let sections = [head] + (isJudged ? [parts, year, advice, alerts] : [])
    return sections.filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var head: [String] {
    let verdict = Verdict(input)
    let title = "\(input.repository.name), \(DateText.dayAndYear(input.date))"
    return TerminalText.wrapped(title) + [""] + TerminalText.wrapped(verdict.heading)
      + TerminalText.wrapped(verdict.sentence ?? "")
      + TerminalText.wrapped(verdict.facts.joined(separator: " · "))
      + TerminalText.wrapped(verdict.note ?? "", lead: "Note: ")
  }

  // MARK: Parts

  private static let nameWidth = 18

  private var parts: [String] {
    let changes = ShownChanges.tenths(from: input.before, to: input.score)
    let rows = input.score.components.map { part in
      let name = TerminalText.padded(ComponentWords.name(of: part.id), to: Self.nameWidth)
      guard let score = part.score else { return "\(name)unknown" }
      let number = TerminalText.aligned(NumberText.count(NumberText.score(score)), to: 4)
      let change = changes[part.id].map { NumberText.change($0, decimals: 1) } ?? ""
      let row = "\(name)\(Marks.bar(score))\(number)"
      return change.isEmpty ? row : row + TerminalText.aligned(change, to: Self.changeWidth)
    }
    return [heading(hasChange: !changes.isEmpty)] + rows
  }

  private static let changeWidth = 10

  private func heading(hasChange: Bool) -> String {
    let start = TerminalText.padded("Parts", to: Self.nameWidth) + "Score"
    guard hasChange else { return start }
    let width = Self.nameWidth + 10 + 4 + Self.changeWidth
    return start + TerminalText.aligned(input.scoreSpan.words, to: width - start.count)
  }

  // MARK: Year, advice, alerts

  private var year: [String] {
    let known = input.sureScores.compactMap(\.self)
    guard known.count > 1, let low = known.min(), let high = known.max() else { return [] }
    let numbers = [("lowest", low), ("highest", high)]
      .map { "\($0) \(NumberText.score($1))" }
    return [
      "Score by week, oldest first", Marks.sparkline(input.sureScores),
      numbers.joined(separator: ", "),
    ]
  }

  private var advice: [String] {
    let advice = AdviceBuilder(input).advice()
    guard !advice.isEmpty else { return [] }
    return ["What to do"]
      + advice.flatMap { advice in
        TerminalText.wrapped("\(advice.finding). \(advice.evidence.plain)", lead: "- ")
          + TerminalText.wrapped(advice.next?.plain ?? "", lead: "  Next: ")
          + TerminalText.wrapped(advice.effect ?? "", lead: "  Effect: ")
      }
  }

  private var alerts: [String] {
    guard !input.alerts.isEmpty else { return [] }
    return ["Alerts"]
      + input.alerts.flatMap { alert in
        let day = DateText.day(alert.since, near: input.date)
        return TerminalText.wrapped("\(alert.title), raised on \(day)", lead: "- ")
      }
  }
}
