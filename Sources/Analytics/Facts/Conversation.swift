import Model

/// When people spoke on each item, in one array for all items.
struct Conversation: Sendable {
  /// By item index, one more than there are items.
  private let offsets: [Int32]
  private let times: [Int]

  /// - Parameters:
  ///   - remarks: Item index and instant, by item, then time.
  ///   - items: How many items there are.
  init(_ remarks: [(item: Int, at: Int)], items: Int) {
    var offsets = [Int32](repeating: 0, count: items + 1)
    for remark in remarks {
      offsets[remark.item + 1] += 1
    }
    for item in 0..<items {
      offsets[item + 1] += offsets[item]
    }
    self.offsets = offsets
    times = remarks.map(\.at)
  }

  /// How many remarks the item had before the cutoff.
  func count(on item: Int32, before cutoff: Cutoff) -> Int {
    span(of: item, before: cutoff).count
  }

  /// When the item's last remark before the cutoff was made.
  func last(on item: Int32, before cutoff: Cutoff) -> Int? {
    span(of: item, before: cutoff).last
  }

  private func span(of item: Int32, before cutoff: Cutoff) -> ArraySlice<Int> {
    let all = times[Int(offsets[Int(item)])..<Int(offsets[Int(item) + 1])]
    return all[..<all.sortedIndex(from: cutoff.seconds) { $0 }]
  }
}
