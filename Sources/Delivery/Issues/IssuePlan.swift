package import GitHub
import Model

/// What is to be done so that one issue of the tool shows a document.
package enum IssuePlan: Hashable, Sendable {
  case create
  case update(number: Int)
  /// The issue shows it already.
  case keep(number: Int, url: String)
  /// A person closed the issue, which is respected.
  case respectClosed(number: Int, url: String)
  /// The issue is remembered but was not among those listed: read it by its number first.
  case lookUp(number: Int)
}

extension IssuePlan {
  /// Derives the plan from what GitHub shows and what the store remembers.
  ///
  /// Only an issue that the token's account wrote, or that the store remembers, is the tool's:
  /// anyone may open an issue with its marker.
  ///
  /// - Parameters:
  ///   - document: What is to be shown.
  ///   - issues: The issues under the tool's label.
  ///   - remembered: The number of the issue written last.
  package init(
    showing document: IssueDocument,
    among issues: [OwnIssue],
    remembered: Int?
  ) {
    let own = Self.own(issues, showing: document, remembered: remembered)
    let open = own.filter(\.isOpen)
    if let remembered, !issues.contains(where: { $0.number == remembered }) {
      // A list may lack an issue that is there; a second one beside it must not grow old.
      self = .lookUp(number: remembered)
      return
    }
    guard let issue = open.first(where: { $0.number == remembered }) ?? open.first else {
      self = own.last.map { .respectClosed(number: $0.number, url: $0.url) } ?? .create
      return
    }
    self =
      document.isShown(by: issue.body)
      ? .keep(number: issue.number, url: issue.url) : .update(number: issue.number)
  }

  /// Derives the plan from the remembered issue, read by its number.
  ///
  /// - Parameters:
  ///   - document: What is to be shown.
  ///   - issue: The remembered issue; nil when it was deleted.
  ///   - issues: The issues under the tool's label, which count where the remembered one does not.
  package init(
    showing document: IssueDocument,
    in issue: WrittenIssue?,
    among issues: [OwnIssue]
  ) {
    guard let issue, document.marker.names(issue.body.flatMap { OwnMarker(in: $0) }) else {
      self.init(showing: document, among: issues, remembered: nil)
      return
    }
    if issue.state != "open" {
      self = .respectClosed(number: issue.number, url: issue.url)
    } else if document.isShown(by: issue.body ?? "") {
      self = .keep(number: issue.number, url: issue.url)
    } else {
      self = .update(number: issue.number)
    }
  }
}

extension IssuePlan {
  /// Further open issues of the tool that show the same document: those that came later.
  package static func duplicates(
    of number: Int,
    showing document: IssueDocument,
    among issues: [OwnIssue]
  ) -> [Int] {
    own(issues, showing: document, remembered: nil)
      .filter { $0.isOpen && $0.number > number }.map(\.number)
  }

  /// The issues that are the tool's and about the same, by number.
  private static func own(
    _ issues: [OwnIssue],
    showing document: IssueDocument,
    remembered: Int?
  ) -> [OwnIssue] {
    issues
      .filter { $0.isByViewer || $0.number == remembered }
      .filter { document.marker.names(OwnMarker(in: $0.body)) }
      .sorted { $0.number < $1.number }
  }
}
