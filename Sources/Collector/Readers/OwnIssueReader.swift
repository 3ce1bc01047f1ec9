import GitHub
import Model

/// Finds the issues that the tool wrote itself, under its label.
///
/// A first run looks through all of them, since what the tool wrote must not be counted; later
/// runs only need the open ones, which may have to be updated.
struct OwnIssueReader: Sendable {
  private var after: String?
  private var isDone = false
  private let onlyOpen: Bool
  private var issues: [OwnIssue] = []

  init(onlyOpen: Bool) {
    self.onlyOpen = onlyOpen
  }

  /// The page to ask for, nil when everything is read.
  func page(_ sizes: PageSizes) -> FactsRequest.OwnPage? {
    isDone ? nil : .init(page: .init(first: sizes.ownIssues, after: after), onlyOpen: onlyOpen)
  }

  mutating func receive(_ page: FactsPage.Rows<OwnIssue>) {
    issues += page.rows
    after = page.next
    isDone = page.next == nil
  }

  /// Every issue of the list; nil until its end was read.
  var all: [OwnIssue]? { isDone ? issues : nil }

  /// Numbers of the issues that the tool wrote: by marker, and by author.
  ///
  /// - Parameter remembered: Issues that the store knows as the tool's, whoever wrote them: an
  ///   earlier run may have had another token.
  /// - Returns: The numbers, in the order of the list.
  func ownNumbers(remembered: Set<Int>) -> [Int] {
    issues
      .filter { $0.isByViewer || remembered.contains($0.number) }
      .filter { OwnMarker(in: $0.body) != nil }
      .map(\.number)
  }
}
