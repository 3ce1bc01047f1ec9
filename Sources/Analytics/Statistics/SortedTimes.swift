/// Searching what is in ascending order.
extension RandomAccessCollection where Index == Int {
  /// The first index whose element does not come before what is looked for.
  func sortedIndex(past isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first index whose instant is not before `instant`.
  func sortedIndex(from instant: Int, by time: (Element) -> Int) -> Int {
    sortedIndex(past: { time($0) < instant })
  }

  /// The indexes of what lies in the window, which may begin later, at `start`.
  func range(in window: Window, from start: Int = .min, by time: (Element) -> Int) -> Range<Int> {
    let lower = sortedIndex(from: Swift.max(window.start, start), by: time)
    return lower..<Swift.max(lower, sortedIndex(from: window.end, by: time))
  }
}

extension [Int] {
  /// How many of the ascending instants lie in the window.
  func count(in window: Window) -> Int {
    range(in: window) { $0 }.count
  }
}
