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
    let own =
      issues
      .filter { $0.isByViewer || $0.number == remembered }
      .filter { document.marker.names(OwnMarker(in: $0.body)) }
      .sorted { $0.number < $1.number }
    let open = own.filter(\.isOpen)
    guard let issue = open.first(where: { $0.number == remembered }) ?? open.first else {
      if let closed = own.last {
        self = .respectClosed(number: closed.number, url: closed.url)
      } else if let remembered {
        self = .lookUp(number: remembered)
      } else {
        self = .create
      }
      return
    }
    self =
      document.isShown(title: issue.title, body: issue.body)
      ? .keep(number: issue.number, url: issue.url) : .update(number: issue.number)
  }

  /// Derives the plan from the remembered issue, read by its number; nil when it was deleted.
  package init(showing document: IssueDocument, in issue: WrittenIssue?) {
    guard let issue, document.marker.names(issue.body.flatMap { OwnMarker(in: $0) }) else {
      self = .create
      return
    }
    if issue.state != "open" {
      self = .respectClosed(number: issue.number, url: issue.url)
    } else if document.isShown(title: issue.title, body: issue.body ?? "") {
      self = .keep(number: issue.number, url: issue.url)
    } else {
      self = .update(number: issue.number)
    }
  }
}

extension OwnMarker {
  /// Whether another marker stands for the same subject.
  func names(_ other: OwnMarker?) -> Bool {
    other?.kind == kind && other?.repository == repository
  }
}
