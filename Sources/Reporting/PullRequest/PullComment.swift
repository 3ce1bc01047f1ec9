package import Analytics
package import Model

/// The comment on a pull request: what helps its author and its reviewer, and nothing else.
package struct PullComment: Sendable {
  private let outlook: PullOutlook
  private let report: ReportInput
  private let reasons: [PullOutlook.Reason]

  /// - Parameters:
  ///   - outlook: What the past says about the pull request.
  ///   - report: Of the same day, for how the project does.
  ///   - wanted: What the settings ask for.
  package init(
    _ outlook: PullOutlook,
    report: ReportInput,
    wanted: Set<PullOutlook.Reason> = Set(PullOutlook.Reason.allCases)
  ) {
    self.outlook = outlook
    self.report = report
    reasons = outlook.reasons.filter(wanted.contains)
  }

  /// Whether anything is worth saying.
  package var isWorthSaying: Bool { !reasons.isEmpty }

  /// By what the tool finds its comment again.
  package var marker: OwnMarker {
    .pullComment(on: outlook.subject.number, of: report.repository.id)
  }

  /// The comment, checked to show on GitHub as it was meant.
  ///
  /// - Throws: ``MustacheError`` for a broken template, ``InvalidDocument`` for a broken document.
  package func document(templates: TemplateSet = .builtIn) throws -> ReportDocument {
    let content = Content(self)
    let body = try templates.render("pull-request", with: content.json)
    let validated = try ValidatedDocument(
      body,
      name: "pull-request.md",
      outline: templates.hasOverrides ? nil : content.outline
    )
    return ReportDocument(
      title: "",
      marker: marker,
      body: validated.text,
      comparable: body,
      data: JSONWriter.text(data, .init(isIndented: true)),
      full: validated.text
    )
  }

  /// Why there is no comment, for a person who asks.
  package func refusal(
    templates: TemplateSet = .builtIn,
    hasComment: Bool
  ) throws -> String {
    let silence = PullSilence(outlook, links: report.links, hasComment: hasComment)
    let body = try templates.render("pull-request-none", with: silence.json(footer: Footer(report)))
    return try ValidatedDocument(body, name: "pull-request-none.md", outline: nil).text
  }

  /// The machine-readable form.
  package var data: JSONValue {
    let size = outlook.size
    return [
      "schema": "repo-vitals/report/1",
      "kind": "pull-request",
      "repository": [
        "id": .int(report.repository.id.rawValue),
        "name": .string(report.repository.name.description),
      ],
      "pull": .int(outlook.subject.number),
      "date": JSONValue(outlook.date),
      "reasons": .array(reasons.map { .string($0.rawValue) }),
      "size": JSONValue(outlook.subject.size?.lines),
      "larger_than": JSONValue(size?.largerThan),
      "of": JSONValue(size?.of),
      "expected": [
        "first_review_hours": Self.json(outlook.expected.firstReview),
        "merge_hours": Self.json(outlook.expected.merge),
        "cases": [
          "first_review": JSONValue(outlook.expected.firstReview?.cases),
          "merge": JSONValue(outlook.expected.merge?.cases),
        ],
      ],
    ]
  }

  /// The 10th, 50th and 90th percentile.
  private static func json(_ range: PullOutlook.Range?) -> JSONValue {
    guard let range else { return nil }
    return [.double(range.low), JSONValue(range.middle), JSONValue(range.high)]
  }
}

extension OwnMarker {
  /// The marker of the comment on a pull request.
  package static func pullComment(on number: Int, of repository: RepositoryID) -> OwnMarker {
    OwnMarker(kind: "pull-request", repository: repository, attributes: ["pr": "\(number)"])
  }
}

extension PullComment {
  /// What stands in the comment.
  private struct Content {
    let words: PullWords
    let comment: PullComment

    init(_ comment: PullComment) {
      self.comment = comment
      words = PullWords(comment.outlook, report: comment.report)
    }

    private func has(_ reason: PullOutlook.Reason) -> Bool { comment.reasons.contains(reason) }
    private var times: ReportTable? { has(.firstTime) ? words.times : nil }
    private var groups: ReportTable? { has(.large) ? words.groups : nil }

    private var paragraphs: [Inline] {
      var paragraphs: [Inline?] = []
      if has(.waiting) { paragraphs.append(words.waiting) }
      if has(.queue) { paragraphs.append(words.queue) }
      if has(.firstTime) {
        paragraphs.append(words.newcomerRest(withQueue: !has(.queue)))
      } else {
        paragraphs += [words.expected, words.rest(withQueue: !has(.queue))]
      }
      return paragraphs.compactMap(\.self)
    }

    private var size: JSONValue {
      guard let groups, let standing = comment.outlook.size else { return nil }
      return [
        "lead": JSONValue(words.size?.markdown),
        "border": .string(NumberText.count(standing.border)),
        "rows": groups.json,
        "advice": .string(PullWords.advice.markdown),
      ]
    }

    var json: JSONValue {
      [
        "marker": .string(comment.marker.text),
        "repository": [
          "id": .int(comment.report.repository.id.rawValue),
          "name": .string(comment.report.repository.name.description),
        ],
        "pull": .int(comment.outlook.subject.number),
        "welcome": JSONValue(has(.firstTime) ? words.welcome.markdown : nil),
        "times": times.map { ["rows": $0.json] } ?? nil,
        "size": size,
        "paragraphs": .array(paragraphs.map { .string($0.markdown) }),
        "about": JSONValue(has(.firstTime) ? words.about?.markdown : nil),
        "data": .string(JSONWriter.text(comment.data, .init(isSafeInHTML: true))),
        "footer": .string(words.footer.markdown),
      ]
    }

    var outline: DocumentOutline {
      var outline = DocumentOutline()
      outline.append([times, groups].compactMap(\.self))
      return outline
    }
  }
}
