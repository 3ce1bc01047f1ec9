import GitHub
import Model
import Testing

@testable import Delivery

struct BackupPlanTests {
  private static let copy = StoreCopy(
    content: "c0ffee",
    packed: [1, 2, 3],
    writtenAt: Timestamp(seconds: 1_775_023_020)
  )

  private static func head(_ message: String) -> BranchHead {
    BranchHead(commit: "a", tree: "b", message: message)
  }

  private static let plans: [(head: BranchHead?, plan: BackupPlan)] = [
    (nil, .create),
    (head(BackupPlan.message(copy)), .keep),
    (head(BackupPlan.message(copy) + "\n"), .keep),
    (head("Anything\n\nVitals-Content: 0ddba11"), .replace),
    (head("Vitals-Content: c0ffee\n\nSomebody's words follow."), .refuse),
    (head("Add a feature"), .refuse),
    (head(""), .refuse),
  ]

  @Test(arguments: plans)
  func `a branch is written only where it is ours and says less`(
    _ row: (head: BranchHead?, plan: BackupPlan)
  ) {
    #expect(BackupPlan(for: "c0ffee", at: row.head) == row.plan)
  }

  @Test func `a large copy is cut into parts that join to it`() {
    let parts = StoreCopy(content: "", packed: Array(0..<250), writtenAt: Self.copy.writtenAt)
      .parts(of: 100)
    #expect(
      parts.map(\.name)
        == ["vitals.sqlite.gz.001", "vitals.sqlite.gz.002", "vitals.sqlite.gz.003"]
    )
    #expect(parts.flatMap(\.bytes) == Array(0..<250))
    #expect(Self.copy.parts(of: 3).map(\.name) == ["vitals.sqlite.gz"])
  }

  @Test func `a manifest reads back as it was written`() {
    let manifest = CopyManifest(Self.copy)
    #expect(CopyManifest(Array(manifest.text.utf8)) == manifest)
  }

  @Test(arguments: [
    "", "{}", "[]",
    #"{"schema":"repo-vitals/copy/2","written":"2026-04-01T06:00:00Z","content":"c","size":1,"sha256":"d","parts":[]}"#,
    #"{"schema":"repo-vitals/copy/1","written":"yesterday","content":"c","size":1,"sha256":"d","parts":[]}"#,
    #"{"schema":"repo-vitals/copy/1","written":"2026-04-01T06:00:00Z","content":"c","size":-1,"sha256":"d","parts":[]}"#,
  ])
  func `another document is no manifest`(_ text: String) {
    #expect(CopyManifest(Array(text.utf8)) == nil)
  }
}
