package import Model

/// One value a day without holes in its days; what is not known is nil.
///
/// A value that is no number, infinite, or beyond ±2^53, above which whole numbers have gaps, is
/// unknown, so that nothing computed from a series can overflow.
package struct DailySeries: Hashable, Sendable {
  package let first: Day
  package let values: [Double?]

  package init(from first: Day, _ values: [Double?]) {
    self.first = first
    self.values = values.map { $0.flatMap(Self.admitted) }
  }

  /// The points of consecutive days.
  package init(_ points: [SeriesPoint]) {
    self.init(from: points.first?.day ?? Day(number: 0), points.map(\.value))
  }

  /// The value of a day; nil where unknown, and outside.
  package subscript(day: Day) -> Double? {
    let index = day.number - first.number
    return values.indices.contains(index) ? values[index] : nil
  }

  /// The values of the days before the series' `index`-th as counts, of which none is negative.
  func counts(before index: Int) -> ArraySlice<Double?> {
    values[..<min(max(index, 0), values.count)]
  }

  /// How many days of the series do not come after `day`; above ``values`` for days after its end.
  func index(after day: Day) -> Int { day.number - first.number + 1 }

  /// 2^53, above which whole numbers have gaps.
  package static let largest = 9_007_199_254_740_992.0

  private static func admitted(_ value: Double) -> Double? {
    value.isFinite && abs(value) <= largest ? value : nil
  }
}
