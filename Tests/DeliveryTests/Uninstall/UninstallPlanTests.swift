import GitHub
import Model
import Testing

@testable import Delivery

struct UninstallPlanTests {
  private static let marker = OwnMarker(kind: "health", repository: RepositoryID(rawValue: 7))

  private func issue(
    _ number: Int,
    isOpen: Bool = true,
    isByViewer: Bool = true,
    marker: OwnMarker? = marker
  ) -> OwnIssue {
    OwnIssue(
      number: number,
      url: "https://github.com/octo/tool/issues/\(number)",
      title: "Health of tool",
      body: "\(marker?.text ?? "")\nText",
      isOpen: isOpen,
      author: "github-actions",
      isByViewer: isByViewer
    )
  }

  private func comment(_ id: Int, by login: String?, _ body: String) -> WrittenComment {
    WrittenComment(
      id: id,
      url: "https://github.com/octo/tool/issues/1#issuecomment-\(id)",
      body: body,
      user: login.map { .init(login: $0) }
    )
  }

  private func plan(_ survey: UninstallPlan.Survey) throws -> UninstallPlan {
    UninstallPlan(for: try #require(RepositoryName("octo/tool")), survey)
  }

  @Test func `where nothing is, nothing is done`() throws {
    let plan = try plan(.init(viewer: "octo-cat"))
    #expect(plan.steps.isEmpty && plan.notes.isEmpty)
  }

  @Test func `open issues of the program are closed, by marker and by author`() throws {
    let survey = UninstallPlan.Survey(
      viewer: "github-actions[bot]",
      issues: [
        issue(9), issue(3), issue(4, isOpen: false), issue(5, marker: nil),
        issue(6, isByViewer: false), issue(8, isByViewer: false),
      ],
      remembered: [8]
    )
    let plan = try plan(survey)
    let closed = plan.steps.compactMap { step -> Int? in
      if case .close(let issue, _, _) = step { issue } else { nil }
    }
    #expect(closed == [3, 8, 9])
    #expect(plan.notes == ["Issue #6 has the program's marker and another author"])
  }

  @Test func `comments of the program go, but for last words`() throws {
    let own = Self.marker.text
    let survey = UninstallPlan.Survey(
      viewer: "github-actions",
      comments: [
        comment(1, by: "github-actions[bot]", own),
        comment(2, by: "github-actions[bot]", "no marker"),
        comment(3, by: "mallory", own),
        comment(4, by: nil, own),
        comment(5, by: "github-actions[bot]", UninstallPlan.lastWord(after: Self.marker)),
      ]
    )
    #expect(
      try plan(survey).steps.map(\.description)
        == ["delete the comment https://github.com/octo/tool/issues/1#issuecomment-1"]
    )
  }

  @Test func `labels and branches of somebody else are left and named`() throws {
    let others = BranchHead(commit: "a", tree: "b", message: "Keep data")
    let left = try plan(
      .init(viewer: "x", labels: [("repo-vitals", "My label")], branch: ("vitals-data", others))
    )
    #expect(left.steps.isEmpty && left.notes.count == 2)
    let ours = BranchHead(commit: "a", tree: "b", message: "Keep\n\nVitals-Content: c")
    let instant = Timestamp(seconds: 0)
    let removed = try plan(
      .init(
        viewer: "x",
        labels: [("repo-vitals", IssueDelivery.labelDescription)],
        caches: [CacheEntry(id: 3, key: "vitals-v1-7", createdAt: instant)],
        branch: ("vitals-data", ours)
      )
    )
    #expect(
      removed.steps.map(\.description)
        == [
          "delete the label repo-vitals", "delete the cache vitals-v1-7",
          "delete the branch vitals-data",
        ]
    )
  }
}
