/// A function that is linear between its points and constant outside.
struct PiecewiseLinear: Sendable {
  /// By ascending `x`.
  private let points: [(x: Double, y: Double)]

  init(_ points: [(x: Double, y: Double)]) {
    self.points = points
  }

  func callAsFunction(_ x: Double) -> Double {
    guard let first = points.first, let last = points.last, x > first.x else {
      return points.first?.y ?? 0
    }
    for (left, right) in zip(points, points.dropFirst()) where x < right.x {
      return left.y + (x - left.x) / (right.x - left.x) * (right.y - left.y)
    }
    return last.y
  }
}
