import GitHub
import Model
import Testing

@testable import Collector

struct CommitReaderTests {
  private let sizes = PageSizes()

  private func sweep(_ reader: inout CommitReader) -> Set<String>? { reader.takeFinishedSweep() }

  private func receive(
    _ oids: [String],
    head: String?,
    total: Int,
    next: String?,
    stored: Int,
    by reader: inout CommitReader
  ) {
    let commits = oids.map { oid in
      let hour = Int(oid.drop { !$0.isNumber }) ?? 0
      return Commit(oid: oid, committedAt: FakeRepository.time(hour), author: nil, email: "")
    }
    reader.receive(.init(head: head, page: .init(commits, total: total, next: next)))
    reader.settle(stored: stored)
  }

  /// A reader whose last run ended at `c9`, with 9 commits.
  private func complete() -> CommitReader {
    CommitReader(StreamState(horizon: .complete, cursor: "c9", total: 9))
  }

  @Test func `a first run pages from the branch, then from the head it met`() {
    var reader = CommitReader(nil)
    #expect(reader.page(sizes) == .init(page: .init(first: 100)))
    receive(["c3", "c2"], head: "c3", total: 3, next: "c3 1", stored: 2, by: &reader)
    #expect(reader.page(sizes) == .init(page: .init(first: 100, after: "c3 1"), head: "c3"))
    #expect(reader.state.cursor == "c3 c3 1")
    #expect(reader.state.horizon == .since(FakeRepository.time(2).advanced(bySeconds: 1)))
    receive(["c1"], head: "c3", total: 3, next: nil, stored: 3, by: &reader)
    #expect(reader.phase == .done)
    #expect(reader.state.horizon == .complete)
    #expect(reader.state.cursor == "c3")
  }

  @Test func `a repository without commits is complete`() {
    var reader = CommitReader(nil)
    receive([], head: nil, total: 0, next: nil, stored: 0, by: &reader)
    #expect(reader.phase == .done)
    #expect(reader.state.horizon == .complete)
  }

  @Test func `a later run is done where the old head is met and the numbers agree`() {
    var reader = complete()
    #expect(reader.page(sizes) == .init(page: .init(first: sizes.recentCommits)))
    receive(["c11", "c10", "c9"], head: "c11", total: 11, next: "x", stored: 11, by: &reader)
    #expect(reader.phase == .done)
    #expect(reader.state.cursor == "c11")
  }

  @Test func `commits that came in late below the old head are found by the numbers`() {
    var reader = complete()
    receive(["c10", "c9"], head: "c10", total: 12, next: "x", stored: 10, by: &reader)
    #expect(reader.phase == .news(head: "c10", after: "x"))
    receive(["late8", "c8", "late7"], head: "c10", total: 12, next: "y", stored: 12, by: &reader)
    #expect(reader.phase == .done)
  }

  @Test func `an old head that is not met is looked for although the numbers agree`() {
    var reader = complete()
    receive(["n9", "n8"], head: "n9", total: 9, next: "x", stored: 9, by: &reader)
    #expect(reader.phase == .news(head: "n9", after: "x"))
  }

  @Test func `a rewritten branch is swept from its head`() {
    var reader = complete()
    receive(["n9", "c8"], head: "n9", total: 9, next: "n9 1", stored: 10, by: &reader)
    #expect(reader.phase == .sweep(head: "n9", after: nil))
    receive(["n9", "c8"], head: "n9", total: 9, next: "n9 1", stored: 10, by: &reader)
    #expect(sweep(&reader) == nil)
    receive(["c7"], head: "n9", total: 9, next: nil, stored: 10, by: &reader)
    #expect(sweep(&reader) == ["n9", "c8", "c7"])
    #expect(sweep(&reader) == nil)
    #expect(reader.state.cursor == "n9")
  }

  @Test func `a backfill goes on at its old head, below the news`() {
    let state = StreamState(
      horizon: .since(FakeRepository.time(5)),
      cursor: "c9 c9 4",
      total: 9
    )
    var reader = CommitReader(state)
    receive(["c12", "c11"], head: "c12", total: 12, next: "c12 1", stored: 6, by: &reader)
    #expect(reader.phase == .news(head: "c12", after: "c12 1"))
    receive(["c10", "c9"], head: "c12", total: 12, next: "c12 3", stored: 8, by: &reader)
    #expect(reader.phase == .backfill(head: "c9", after: "c9 4"))
    receive(["c4"], head: "c9", total: 9, next: nil, stored: 12, by: &reader)
    #expect(reader.phase == .done)
    #expect(reader.state.total == 12, "The total of the branch, not of the old head.")
  }

  @Test func `commits that were pushed during a backfill are read after it`() {
    var reader = CommitReader(nil)
    receive(["c2"], head: "c2", total: 2, next: "c2 0", stored: 1, by: &reader)
    receive(["c1"], head: "c2", total: 2, next: nil, stored: 1, by: &reader)
    #expect(reader.phase == .news(head: nil, after: nil))
    receive(["c3", "c2"], head: "c3", total: 3, next: nil, stored: 3, by: &reader)
    #expect(reader.phase == .done)
    #expect(reader.state.cursor == "c3")
  }

  @Test func `a backfill ends at its limit`() {
    var reader = CommitReader(nil, backfillLimit: FakeRepository.time(8))
    receive(["c9", "c8"], head: "c9", total: 9, next: "c9 1", stored: 2, by: &reader)
    #expect(reader.phase == .backfill(head: "c9", after: "c9 1"))
    receive(["c7"], head: "c9", total: 9, next: "c9 2", stored: 3, by: &reader)
    #expect(reader.phase == .done)
    var later = CommitReader(reader.state, backfillLimit: FakeRepository.time(8))
    receive(["c10", "c9"], head: "c10", total: 10, next: "x", stored: 4, by: &later)
    #expect(later.phase == .done)
  }

  @Test func `a head that is gone begins the backfill anew, the branch itself does not`() {
    let state = StreamState(horizon: .since(FakeRepository.time(5)), cursor: "c9 c9 4", total: 9)
    var reader = CommitReader(state)
    var isLost = reader.loseHead()
    #expect(!isLost)
    receive(["c9"], head: "c9", total: 9, next: "c9 0", stored: 5, by: &reader)
    isLost = reader.loseHead()
    #expect(isLost)
    reader.settle(stored: 5)
    #expect(reader.phase == .backfill(head: nil, after: nil))
    #expect(reader.state.horizon == .nothing)
    #expect(reader.state.cursor == nil)
  }
}
