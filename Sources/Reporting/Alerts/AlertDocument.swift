import Model

/// An alert that is ready to be sent.
package struct AlertDocument: Hashable, Sendable {
  /// Plain text.
  package let title: String
  package let body: String
}

/// What stands in an alert, whatever its kind.
struct AlertContent {
  /// Titles are cut at a word near this many characters.
  private static let titleLength = 80

  var title: String
  var heading: String
  /// Below the heading; the first says why.
  var paragraphs: [Inline] = []
  /// By their names in the template; nil for one that has nothing to say.
  var sections: [(name: String, section: ReportSection?)] = []
  /// Further values of the template.
  var values: [JSONValue.Member] = []
  /// What stands under `alert` in the hidden data.
  var alert: JSONValue
  var advice: [JSONValue] = []
}

extension AlertContent {
  /// The document, checked to show on GitHub as it was meant.
  ///
  /// - Parameters:
  ///   - template: Its name.
  ///   - marker: The first line.
  ///   - input: The report of the day.
  ///   - templates: The built-in templates, or those a user put in their place.
  /// - Returns: Title and body.
  /// - Throws: ``MustacheError`` for a broken template, ``InvalidDocument`` for a broken document.
  func document(
    _ template: String,
    marker: OwnMarker,
    _ input: ReportInput,
    templates: TemplateSet
  ) throws -> AlertDocument {
    let hidden = HiddenData(input, kind: "alert", advice: []).alert(alert, advice: advice)
    let named = sections.map { JSONValue.Member($0.name, $0.section?.json ?? .null) }
    let text = try templates.render(
      template,
      with: .object(
        [
          .init("marker", .string(marker.text)),
          .init("heading", .string(Inline(heading).markdown)),
          .init("paragraphs", .array(paragraphs.map { .string($0.markdown) })),
          .init("data", .string(JSONWriter.text(hidden, .init(isSafeInHTML: true)))),
          .init("footer", .string(Footer(input).full.markdown)),
        ] + values + named
      )
    )
    var outline = DocumentOutline(headings: [heading])
    for (_, section) in sections { outline.append(section) }
    let validated = try ValidatedDocument(
      text,
      name: "\(template).md",
      outline: templates.hasOverrides ? nil : outline
    )
    return AlertDocument(title: shortTitle, body: validated.text)
  }

  private var shortTitle: String {
    let plain = MarkdownText.plain(title)
    guard plain.count > Self.titleLength else { return plain }
    let start = plain.prefix(Self.titleLength - 1)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
  }
}

extension HiddenData {
  /// The data of an alert: those of its day, and what it is about.
  func alert(_ alert: JSONValue, advice: [JSONValue]) -> JSONValue {
    .object(
      subject + scores + [.init("alert", alert), .init("advice", .array(advice))]
    )
  }
}
