package import Model

/// A comment on an alert: that it became worse, came back, or is over.
package struct AlertComment: Sendable {
  /// A row of numbers beside each other.
  package struct Row: Hashable, Sendable {
    package var what: String
    package var before: String
    package var now: String

    package init(_ what: String, _ before: String, _ now: String) {
      (self.what, self.before, self.now) = (what, before, now)
    }
  }

  private let input: ReportInput
  private let marker: OwnMarker
  private let heading: String
  private let sentence: String
  private let rows: [Row]
  private let days: (from: Day, to: Day)
  private let helped: Inline?

  /// - Parameters:
  ///   - input: The report of the day.
  ///   - marker: The first line.
  ///   - heading: A short sentence, shown in bold.
  ///   - sentence: What follows it.
  ///   - rows: Numbers of the first and the last of `days`; none shows no table.
  ///   - days: What the heads of the columns say.
  ///   - helped: The last paragraph.
  package init(
    _ input: ReportInput,
    marker: OwnMarker,
    heading: String,
    sentence: String,
    rows: [Row] = [],
    days: (from: Day, to: Day),
    helped: Inline? = nil
  ) {
    (self.input, self.marker, self.heading) = (input, marker, heading)
    (self.sentence, self.rows, self.days, self.helped) = (sentence, rows, days, helped)
  }

  /// The text, checked to show on GitHub as it was meant.
  package func document(templates: TemplateSet = .builtIn) throws -> String {
    let hidden = HiddenData(input, kind: marker.kind, advice: [])
      .alert(
        ["kind": JSONValue(marker.attributes["alert"]), "date": JSONValue(input.date)],
        advice: []
      )
    let table = ReportTable(
      columns: ["what", "before", "now"],
      rows: rows.map { [Inline($0.what), Inline($0.before), "\(strong: $0.now)"] }
    )
    let numbers: JSONValue =
      rows.isEmpty
      ? .null
      : [
        "from": .string(DateText.day(days.from, near: days.to)),
        "to": .string(DateText.day(days.to)), "rows": table.json,
      ]
    let text = try templates.render(
      "alert-comment",
      with: [
        "marker": .string(marker.text),
        "heading": .string(Inline(heading).markdown),
        "sentence": .string(Inline(sentence).markdown),
        "numbers": numbers,
        "helped": JSONValue(helped?.markdown),
        "data": .string(JSONWriter.text(hidden, .init(isSafeInHTML: true))),
        "footer": .string(Footer(input).short.markdown),
      ]
    )
    var outline = DocumentOutline()
    outline.append([table])
    return try ValidatedDocument(
      text,
      name: "alert-comment.md",
      outline: templates.hasOverrides ? nil : outline
    )
    .text
  }
}
