/// How a model did on days of this series that it had not seen.
///
/// Three forecasts of 28 days are made as if at 28, 56 and 84 days before the end, each from up to
/// 365 days before it.
package struct Backtest: Hashable, Sendable {
  /// The error by the error of repeating what was seven days earlier, over all earlier days of the
  /// last 400; the mean over the origins.
  package let rmsse: Double
  /// The share of days within the 80 % and 95 % ranges.
  package let coverage80: Double
  package let coverage95: Double
  /// From how many days forecasts were made, 1 to 3.
  package let origins: Int

  /// Nil where no origin has 21 days before it that differ from a week earlier.
  init?(_ counts: [Double], model: Forecast.Model) {
    var (errors, inside80, inside95): ([Double], Int, Int) = ([], 0, 0)
    for origin in 1...3 {
      let end = counts.count - origin * Self.horizon
      guard end >= Forecast.enough else { break }
      let known = Array(counts[..<end])
      guard let scale = Self.scale(of: known) else { continue }
      let fitted = model.fitted(to: known)
      var squares = 0.0
      for ahead in 0..<Self.horizon {
        let (actual, prediction) = (counts[end + ahead], fitted.day(ahead))
        squares += (actual - prediction.mean) * (actual - prediction.mean)
        if prediction.low80 <= actual, actual <= prediction.high80 { inside80 += 1 }
        if prediction.low95 <= actual, actual <= prediction.high95 { inside95 += 1 }
      }
      errors.append((squares / Double(Self.horizon)).squareRoot() / scale)
    }
    guard !errors.isEmpty else { return nil }
    let days = Double(errors.count * Self.horizon)
    (rmsse, origins) = (errors.mean, errors.count)
    (coverage80, coverage95) = (Double(inside80) / days, Double(inside95) / days)
  }

  private static let horizon = 28
  /// The most days of which ``scale(of:)`` makes use.
  static let memory = 400

  /// The root of the mean squared change over a week; nil where nothing changed.
  static func scale(of counts: [Double]) -> Double? {
    let recent = Array(counts.suffix(memory))
    let squares = zip(recent.dropFirst(7), recent).map { ($0 - $1) * ($0 - $1) }
    return squares.mean > 0 ? squares.mean.squareRoot() : nil
  }
}
