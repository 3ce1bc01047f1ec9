import GitHub
import Model
import Testing

@testable import Collector

struct ListReaderTests {
  private let sizes = PageSizes()

  private func sweep(_ reader: inout ListReader) -> Set<String>? { reader.takeFinishedSweep() }

  private func time(_ hour: Int) -> Timestamp { FakeRepository.time(hour) }

  private func receive(
    _ hours: [Int],
    total: Int,
    next: String?,
    stored: Int,
    by reader: inout ListReader
  ) {
    let rows = hours.map { Fork(id: "F\($0)", createdAt: time($0)) }
    reader.receive(.init(rows, total: total, next: next), id: \.id, date: \.createdAt)
    reader.settle(stored: stored)
  }

  private func complete() -> ListReader {
    ListReader(StreamState(horizon: .complete, total: 10))
  }

  @Test func `a first run pages to the end, its horizon one second after the last row`() {
    var reader = ListReader(nil)
    #expect(reader.page(sizes, recent: 20)?.first == 100)
    receive([90, 80], total: 3, next: "a", stored: 2, by: &reader)
    #expect(reader.phase == .backfill(after: "a"))
    #expect(reader.state.horizon == .since(time(80).advanced(bySeconds: 1)))
    #expect(reader.state.cursor == "a")
    receive([70], total: 3, next: nil, stored: 3, by: &reader)
    #expect(reader.phase == .done)
    #expect(reader.state.horizon == .complete)
    #expect(reader.state.cursor == "a", "Where pages begin is kept for a quick sweep.")
  }

  @Test func `a later run asks for the newest and stops when the numbers agree`() {
    var reader = complete()
    #expect(reader.page(sizes, recent: 20) == .init(first: 20))
    receive([99, 90], total: 12, next: "a", stored: 11, by: &reader)
    #expect(reader.phase == .news(after: "a"))
    #expect(reader.page(sizes, recent: 20) == .init(first: 100, after: "a"))
    receive([80], total: 12, next: "b", stored: 12, by: &reader)
    #expect(reader.phase == .done)
  }

  @Test func `rows that never come do not keep it reading`() {
    var reader = complete()
    receive([99], total: 12, next: nil, stored: 11, by: &reader)
    #expect(reader.phase == .done)
  }

  @Test func `more rows than GitHub counts begin one sweep`() {
    var reader = complete()
    receive([99], total: 9, next: "a", stored: 10, by: &reader)
    #expect(reader.phase == .sweep(after: nil))
    receive([99, 90], total: 9, next: "a", stored: 10, by: &reader)
    #expect(sweep(&reader) == nil)
    receive([80], total: 9, next: nil, stored: 10, by: &reader)
    #expect(sweep(&reader) == ["F99", "F90", "F80"])
    #expect(sweep(&reader) == nil)
  }

  @Test func `a run that was cut off looks for news, then goes on at its cursor`() {
    var reader = ListReader(StreamState(horizon: .since(time(50)), cursor: "c", total: 100))
    receive([99], total: 101, next: "x", stored: 40, by: &reader)
    #expect(reader.phase == .backfill(after: "c"))
  }

  @Test func `news above a backfill are followed down to what the run before had met`() {
    var reader = ListReader(nil, backfillLimit: time(60))
    receive([90, 50], total: 100, next: "a", stored: 2, by: &reader)
    #expect(reader.phase == .done)
    var later = ListReader(reader.state, backfillLimit: time(60))
    receive([99, 95], total: 103, next: "x", stored: 4, by: &later)
    #expect(later.phase == .news(after: "x"))
    receive([93, 90], total: 103, next: "y", stored: 5, by: &later)
    #expect(later.phase == .news(after: "y"), "Another row may be as old as the newest known.")
    receive([50], total: 103, next: "z", stored: 5, by: &later)
    #expect(later.phase == .done)
    #expect(later.state.watermark == time(99))
  }

  @Test func `rows that came during a backfill are read after it`() {
    var reader = ListReader(nil)
    receive([90], total: 2, next: "a", stored: 1, by: &reader)
    receive([80], total: 3, next: nil, stored: 2, by: &reader)
    #expect(reader.phase == .news(after: nil))
  }

  @Test func `a quick sweep begins at every page that the backfill met`() {
    let state = StreamState(horizon: .complete, cursor: "a b", total: 10)
    var reader = ListReader(state, sweepsQuickly: true)
    receive([99], total: 9, next: "x", stored: 10, by: &reader)
    #expect(reader.phase == .quickSweep(after: ["a", "b"]))
    #expect(reader.page(sizes, recent: 20) == nil)
    let ids = Set((1...9).map { "F\($0)" })
    reader.receiveQuickSweep(ids)
    #expect(sweep(&reader) == ids)
  }

  @Test(arguments: [nil, ["F1"]] as [Set<String>?])
  func `a quick sweep that does not fit the number of rows is done page by page`(
    _ ids: Set<String>?
  ) {
    let state = StreamState(horizon: .complete, cursor: "a b", total: 10)
    var reader = ListReader(state, sweepsQuickly: true)
    receive([99], total: 9, next: "x", stored: 10, by: &reader)
    reader.receiveQuickSweep(ids)
    #expect(reader.phase == .sweep(after: nil))
    #expect(sweep(&reader) == nil)
  }
}
