/// How many spans of days cover each day of a range, counted in one pass.
///
/// A window that ends before midnight of day `d` and holds the `n` days before it contains an event
/// of day `x` when `x < d ≤ x + n`. So each event is one span of the days `d`, and no window has to
/// be searched.
struct DayTally: Sendable {
  private let first: Int
  private let counts: [Int32]

  /// - Parameters:
  ///   - days: The days that may be asked for.
  ///   - record: Calls its argument for each span, with the day before it and its last day.
  init(_ days: ClosedRange<Int>, record: ((_ before: Int, _ last: Int) -> Void) -> Void) {
    // One more, for the ends of spans that reach the last day.
    var steps = [Int32](repeating: 0, count: days.count + 1)
    record { before, last in
      let (start, end) = (
        min(max(before, days.lowerBound - 1), days.upperBound) + 1, min(last, days.upperBound)
      )
      guard start <= end else { return }
      steps[start - days.lowerBound] += 1
      steps[end + 1 - days.lowerBound] -= 1
    }
    var sum: Int32 = 0
    for index in steps.indices {
      sum += steps[index]
      steps[index] = sum
    }
    first = days.lowerBound
    counts = steps
  }

  /// The spans over a day of the range.
  subscript(day: Int) -> Int { Int(counts[day - first]) }
}
