import GitHub
import Model
import Testing

@testable import Collector

struct ItemReaderTests {
  private let sizes = PageSizes()

  private func sweep(_ reader: inout ItemReader) -> Set<String>? { reader.takeFinishedSweep() }

  private func time(_ hour: Int) -> Timestamp { FakeRepository.time(hour) }

  /// A page of items by number, each changed in the hour beside it.
  private func page(
    _ rows: [(number: Int, hour: Int)],
    total: Int = 100,
    newest: Int? = nil,
    next: String?
  ) -> FactsPage.Rows<Item> {
    let items = rows.map { row in
      Item(
        number: row.number,
        kind: .issue,
        author: nil,
        createdAt: time(0),
        updatedAt: time(row.hour)
      )
    }
    return .init(items, total: total, newest: newest.map(time), next: next)
  }

  /// A reader at the end of a complete pass, of which 100 rows are known.
  private func complete(watermark hour: Int = 50) -> ItemReader {
    ItemReader(StreamState(watermark: time(hour), horizon: .complete, total: 100))
  }

  @Test func `a first run reads what is open, then what is closed`() {
    var reader = ItemReader(nil)
    #expect(reader.page(sizes)?.selection == .open)
    reader.receive(page([(9, 90)], newest: 99, next: "a"))
    #expect(reader.phase == .open(after: "a"))
    #expect(reader.state.cursor == "open a")
    reader.receive(page([(8, 80)], newest: 100, next: nil))
    #expect(reader.phase == .closed(after: nil))
    #expect(reader.page(sizes)?.selection == .closed)
    reader.receive(page([(7, 99)], next: "b"))
    #expect(reader.state.cursor == "closed b")
    reader.receive(page([(1, 10)], next: nil))
    #expect(reader.phase == .done)
    #expect(reader.page(sizes) == nil)
    #expect(reader.state.horizon == .complete)
    #expect(reader.state.cursor == nil)
  }

  @Test func `the watermark is the newest change that the first page knew of`() {
    var reader = ItemReader(nil)
    reader.receive(page([(9, 90)], newest: 99, next: "a"))
    #expect(reader.state.watermark == time(99))
    reader.receive(page([(8, 80)], newest: 150, next: nil))
    reader.receive(page([(7, 120)], newest: 150, next: nil))
    #expect(reader.state.watermark == time(99))
  }

  @Test func `without a word on the newest change the first row tells it`() {
    var reader = ItemReader(nil)
    reader.receive(page([(9, 90), (8, 80)], next: nil))
    #expect(reader.state.watermark == time(90))
  }

  @Test func `the horizon follows the closed pages and lies one second after the last row`() {
    var reader = ItemReader(nil)
    reader.receive(page([(9, 5)], newest: 99, next: nil))
    #expect(reader.state.horizon == .nothing)
    reader.receive(page([(7, 90), (6, 70)], next: "b"))
    #expect(reader.state.horizon == .since(time(70).advanced(bySeconds: 1)))
    reader.receive(page([(5, 60)], next: "c"))
    #expect(reader.state.horizon == .since(time(60).advanced(bySeconds: 1)))
  }

  /// A noted cursor and where the backfill goes on after the synchronisation.
  private static let cursors: [(cursor: String, phase: ItemReader.Phase)] = [
    ("open abc", .open(after: "abc")), ("closed abc", .closed(after: "abc")),
    ("closed ", .closed(after: nil)), ("closed a b", .closed(after: "a b")),
    ("nonsense", .open(after: nil)),
  ]

  @Test(arguments: cursors)
  func `a run that was cut off synchronises, then goes on where it was`(
    _ row: (cursor: String, phase: ItemReader.Phase)
  ) {
    let state = StreamState(watermark: time(50), horizon: .since(time(20)), cursor: row.cursor)
    var reader = ItemReader(state)
    #expect(reader.phase == .sync(after: nil))
    #expect(reader.page(sizes)?.page.first == sizes.recent)
    reader.receive(page([(9, 60), (8, 40)], newest: 60, next: "x"))
    #expect(reader.phase == row.phase)
    #expect(reader.state.watermark == time(60))
    #expect(reader.state.cursor == row.cursor)
  }

  @Test func `a synchronisation goes on until a row is older than the watermark`() {
    var reader = complete(watermark: 50)
    reader.receive(page([(9, 70), (8, 60)], newest: 70, next: "a"))
    #expect(reader.phase == .sync(after: "a"))
    #expect(reader.state.watermark == time(50))
    reader.receive(page([(7, 55), (6, 50)], newest: 80, next: "b"))
    #expect(reader.phase == .sync(after: "b"), "Others may have changed in the same second.")
    reader.receive(page([(5, 50), (4, 49)], newest: 80, next: "c"))
    #expect(reader.phase == .done)
    #expect(reader.state.watermark == time(70))
  }

  @Test func `a synchronisation ends with the last page`() {
    var reader = complete()
    reader.receive(page([(9, 70)], newest: 70, next: nil))
    #expect(reader.phase == .done)
  }

  @Test func `a backfill ends at its limit, which is no reason to begin again`() {
    var reader = ItemReader(nil, backfillLimit: time(70))
    reader.receive(page([(9, 99)], newest: 99, next: nil))
    reader.receive(page([(8, 90), (7, 70)], next: "b"))
    #expect(
      reader.phase == .closed(after: "b"),
      "A row at the limit itself may have others beside it."
    )
    reader.receive(page([(6, 69)], next: "c"))
    #expect(reader.phase == .done)
    reader.settle(stored: 4)
    #expect(reader.phase == .done)
    #expect(reader.state.cursor == "closed c")
  }

  @Test func `a limit that was lifted lets the backfill go on`() {
    let state = StreamState(watermark: time(99), horizon: .since(time(69)), cursor: "closed c")
    var limited = ItemReader(state, backfillLimit: time(70))
    var free = ItemReader(state)
    limited.receive(page([(1, 10)], newest: 99, next: "x"))
    free.receive(page([(1, 10)], newest: 99, next: "x"))
    #expect(limited.phase == .done)
    #expect(free.phase == .closed(after: "c"))
  }

  @Test func `fewer rows than GitHub counts are read again, once`() {
    var reader = complete()
    reader.receive(page([(1, 10)], newest: 50, next: "x"))
    reader.settle(stored: 99)
    #expect(reader.phase == .open(after: nil))
    reader.receive(page([], newest: 50, next: nil))
    reader.receive(page([], next: nil))
    reader.settle(stored: 99)
    #expect(reader.phase == .done)
  }

  @Test func `more rows than GitHub counts begin a sweep that tells what there is`() {
    var reader = complete()
    reader.receive(page([(1, 10)], newest: 50, next: "x"))
    #expect(sweep(&reader) == nil)
    reader.settle(stored: 101)
    #expect(reader.phase == .sweep(after: nil))
    #expect(reader.page(sizes)?.inside == 1)
    reader.receive(page([(3, 30), (2, 20)], next: "y"))
    #expect(sweep(&reader) == nil)
    reader.receive(page([(1, 10)], next: nil))
    #expect(sweep(&reader) == ["1", "2", "3"])
    #expect(sweep(&reader) == nil)
    reader.settle(stored: 101)
    #expect(reader.phase == .done, "A second sweep would see no more.")
  }

  @Test func `the inside of an item is only needed where it may have changed`() {
    var reader = complete(watermark: 50)
    let rows = page([(3, 51), (2, 50), (1, 49)], next: nil).rows
    #expect(rows.map(reader.needsInside) == [true, true, false])
    reader.receive(page([(1, 10)], newest: 50, next: nil))
    reader.settle(stored: 101)
    #expect(rows.map(reader.needsInside) == [false, false, false])
    #expect(rows.map(ItemReader(nil).needsInside) == [true, true, true])
  }
}
