import GitHub
import Model
import Settings
import Testing

@testable import VitalsApp

struct FindingTests {
  private let now = Timestamp(seconds: 1_775_023_020)
  private let name = RepositoryName("octo/tool")

  @Test(arguments: Permission.allCases)
  func `a missing permission says what it costs and how it is given`(_ permission: Permission) {
    let found = Finding.permissions([(permission, false)], .workflow)
    #expect(found.count == 1)
    #expect(
      found.first?.text.hasPrefix("\(permission.rawValue) is missing: no ") == true
        || permission == .actionsWrite
    )
    let remedy = found.first?.remedy ?? ""
    #expect(
      remedy.contains(
        permission == .administrationRead ? "fine-grained" : "`\(permission.rawValue)`"
      )
    )
  }

  private static let branches:
    [(state: Finding.BranchState, level: Finding.Level, text: String, remedy: String)] = [
      (.off, .note, "the settings keep no second copy", "which is the default"),
      (.elsewhere, .note, "the runs of a workflow keep the second copy there", "store backup FILE"),
      (.absent, .note, "vitals-data does not exist yet", "with `contents: write`"),
      (.foreign, .warning, "is not the program's", "`storage.backup.branch`"),
    ]

  @Test(arguments: branches)
  func `what is said of the second copy is what a run would do`(
    _ row: (state: Finding.BranchState, level: Finding.Level, text: String, remedy: String)
  ) {
    let found = Finding.branch(row.state, "vitals-data", at: now)
    #expect(found.level == row.level)
    #expect(found.text.contains(row.text), "\(found.text)")
    #expect(found.remedy?.contains(row.remedy) == true)
  }

  private static let remedies: [(kind: TokenKind, words: String)] = [
    (.workflow, "add `issues: write` under `permissions:` of the job"),
    (.fineGrained, "edit the token: Repository permissions, Issues: Read and write"),
    (.classic, "give the token the scope `repo`"),
  ]

  @Test(arguments: remedies)
  func `the remedy fits the kind of the token`(_ row: (kind: TokenKind, words: String)) {
    #expect(row.kind.remedy(for: .issuesWrite).hasPrefix(row.words))
  }

  @Test func `permissions that are there stand before those that are missing`() {
    let found = Finding.permissions([(.pullsWrite, false), (.issuesWrite, true)], .workflow)
    #expect(
      found == [
        Finding(.permissions, .ok, "issues: write"),
        Finding(
          .permissions,
          .note,
          "pull-requests: write is missing: no comments on pull requests; all else works",
          remedy: "add `pull-requests: write` under `permissions:` of the job"
        ),
      ]
    )
  }

  @Test func `permissions that are all there are one line`() {
    let found = Finding.permissions([(.contentsRead, true), (.issuesWrite, true)], .workflow)
    #expect(found == [Finding(.permissions, .ok, "contents: read, issues: write")])
  }

  private static let statuses: [(status: Int, level: Finding.Level)] = [
    (200, .ok), (301, .note), (404, .problem), (403, .problem),
  ]

  @Test(arguments: statuses)
  func `a repository that cannot be seen is a problem`(
    _ row: (status: Int, level: Finding.Level)
  ) throws {
    let name = try #require(name)
    let found = Finding.repository(name, Standing(status: row.status), .workflow)
    #expect(found.level == row.level)
  }

  private static let ends: [(findings: [Finding], status: VitalsApp::ExitStatus)] = [
    ([], .success),
    ([Finding(.traffic, .warning, "")], .success),
    ([Finding(.repository, .problem, "")], .partial),
    ([Finding(.store, .problem, "")], .damagedStore),
    ([Finding(.store, .problem, ""), Finding(.token, .problem, "")], .credentials),
    ([Finding(.token, .problem, ""), Finding(.configuration, .problem, "")], .usage),
  ]

  @Test(arguments: ends)
  func `the status is the one with which a run would end`(
    _ row: (findings: [Finding], status: VitalsApp::ExitStatus)
  ) {
    #expect(row.findings.status == row.status)
  }

  @Test func `a limit that is nearly used up and a clock that is off are warnings`() {
    let low = Standing.RateLimit(resource: "core", limit: 1_000, remaining: 99, resetAt: now)
    #expect(Finding.limits([low]).level == .warning)
    #expect(Finding.limits([]).level == .note)
    #expect(Finding.clock(now, server: now.advanced(bySeconds: 300)).level == .ok)
    let behind = Finding.clock(now, server: now.advanced(bySeconds: 301))
    #expect(behind.level == .warning && behind.text.hasPrefix("301 s behind"))
  }

  @Test func `the text has a line for each finding and one for what to do`() {
    let found = [
      Finding(.token, .ok, "accepted"),
      Finding(.permissions, .warning, "missing", remedy: "add it"),
    ]
    #expect(
      found.text == """
        ok       token        accepted
        warning  permissions  missing
                              → add it

        """
    )
    #expect(JSONWriter.text(found.json).hasPrefix(#"{"schema":"repo-vitals/doctor/1","version":"#))
  }
}

struct MissedRunsTests {
  private func instant(_ text: String) throws -> Timestamp {
    try #require(Timestamp(text))
  }

  @Test func `a time without a run before the next one is missed`() throws {
    let runs = try ["2026-03-30T02:10:00Z", "2026-03-31T09:00:00Z", "2026-04-03T01:55:00Z"]
      .map(instant)
    let found = MissedRuns(of: .daily, among: runs, at: try instant("2026-04-03T09:00:00Z"))
    #expect(
      try found.missed
        == [instant("2026-04-01T02:00:00Z"), instant("2026-04-02T02:00:00Z")]
    )
    #expect(found.expected == 4)
  }

  @Test func `a time of the last six hours is not missed yet`() throws {
    let runs = [try instant("2026-04-01T02:00:00Z")]
    let soon = MissedRuns(of: .daily, among: runs, at: try instant("2026-04-02T07:59:00Z"))
    #expect(soon.missed.isEmpty)
    let late = MissedRuns(of: .daily, among: runs, at: try instant("2026-04-02T08:00:00Z"))
    #expect(late.missed.count == 1)
  }

  @Test func `without stored runs nothing is known`() throws {
    let found = MissedRuns(of: .daily, among: [], at: try instant("2026-04-02T08:00:00Z"))
    #expect(found.expected == 0 && found.missed.isEmpty)
  }
}
