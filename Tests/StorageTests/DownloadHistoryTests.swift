import Model
import Storage
import Testing

struct DownloadHistoryTests {
  private func count(_ asset: String, _ first: Int, _ last: Int, _ count: Int) -> DownloadCount {
    DownloadCount(
      asset: asset,
      first: Day(number: first),
      last: Day(number: last),
      count: count
    )
  }

  private func gains(_ readings: [Int], _ counts: [DownloadCount]) -> [Int?] {
    DownloadHistory.days(readings: readings.map(Day.init), counts: counts).map(\.gain)
  }

  @Test func `no reading gives no day`() {
    #expect(DownloadHistory.days(readings: [], counts: []).isEmpty)
  }

  @Test func `a day without any file has a total of zero`() {
    let days = DownloadHistory.days(readings: [Day(number: 5)], counts: [])
    #expect(days == [DownloadDay(day: Day(number: 5), total: 0, gain: nil)])
  }

  @Test func `a file first seen counts in full when the day before was read`() {
    #expect(gains([1, 2], [count("a", 2, 2, 30)]) == [nil, 30])
    #expect(gains([1, 3], [count("a", 3, 3, 30)]) == [nil, nil])
  }

  @Test func `a count that falls gains nothing and takes nothing from others`() {
    let counts = [
      count("a", 1, 1, 50), count("a", 2, 2, 10), count("b", 1, 1, 1), count("b", 2, 2, 4),
    ]
    #expect(gains([1, 2], counts) == [nil, 3])
  }

  @Test func `readings and counts may come in any order`() {
    let counts = [count("a", 1, 2, 1), count("a", 3, 3, 5), count("b", 2, 3, 7)]
    let days = DownloadHistory.days(readings: [1, 2, 3].map(Day.init), counts: counts)
    #expect(
      DownloadHistory.days(readings: [3, 1, 2].map(Day.init), counts: counts.reversed()) == days
    )
    #expect(days.map(\.total) == [1, 8, 12])
  }

  @Test func `a reading draws out the row before, adds one, or changes nothing`() {
    let day = Day(number: 5)
    let same = Asset(id: "a", name: "", downloads: 50)
    let more = Asset(id: "a", name: "", downloads: 51)
    let latest = count("a", 1, 4, 50)
    #expect(DownloadCount.reading(same, on: day, after: latest) == count("a", 1, 5, 50))
    #expect(DownloadCount.reading(more, on: day, after: latest) == count("a", 5, 5, 51))
    #expect(DownloadCount.reading(more, on: Day(number: 4), after: latest) == nil)
    #expect(DownloadCount.reading(same, on: day, after: nil) == count("a", 5, 5, 50))
  }
}
