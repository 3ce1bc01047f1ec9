import GitHub
import Model
import Testing

@testable import Collector

struct OwnIssueReaderTests {
  private func issue(_ number: Int, isMarked: Bool = true, isByViewer: Bool) -> OwnIssue {
    let marker = OwnMarker(kind: "health", repository: RepositoryID(rawValue: 7)).text
    return OwnIssue(
      number: number,
      url: "",
      title: "",
      body: isMarked ? marker : "text",
      isOpen: true,
      author: nil,
      isByViewer: isByViewer
    )
  }

  @Test func `the list is read page by page and unknown until its end`() {
    var reader = OwnIssueReader(onlyOpen: true)
    #expect(reader.page(PageSizes()) == .init(page: .init(first: 10), onlyOpen: true))
    reader.receive(.init([issue(9, isByViewer: true)], total: nil, next: "a"))
    #expect(reader.page(PageSizes())?.page.after == "a")
    #expect(reader.all == nil)
    reader.receive(.init([issue(5, isByViewer: true)], total: nil, next: nil))
    #expect(reader.page(PageSizes()) == nil)
    #expect(reader.all?.map(\.number) == [9, 5])
  }

  @Test func `the tool's are those with its marker that it wrote or remembers`() {
    var reader = OwnIssueReader(onlyOpen: false)
    let issues = [
      issue(1, isByViewer: true), issue(2, isByViewer: false), issue(3, isByViewer: false),
      issue(4, isMarked: false, isByViewer: true), issue(5, isMarked: false, isByViewer: false),
    ]
    reader.receive(.init(issues, total: nil, next: nil))
    #expect(reader.ownNumbers(remembered: [3, 5]) == [1, 3])
  }
}
