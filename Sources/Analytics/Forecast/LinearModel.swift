/// Forecasts by the straight line of least squares, with normal ranges: what a spreadsheet does.
struct LinearModel: FittedModel {
  private let count: Int
  private let intercept: Double
  private let slope: Double
  /// The standard deviation around the line.
  private let deviation: Double

  /// - Parameter counts: At least three.
  init(_ counts: [Double]) {
    let n = Double(counts.count)
    let middle = (n - 1) / 2
    let mean = counts.mean
    var (products, squares) = (0.0, 0.0)
    for (day, count) in counts.enumerated() {
      products += (Double(day) - middle) * (count - mean)
      squares += (Double(day) - middle) * (Double(day) - middle)
    }
    let slope = squares > 0 ? products / squares : 0
    let intercept = mean - slope * middle
    let residuals = counts.enumerated().map { $1 - intercept - slope * Double($0) }
    let sum = residuals.reduce(0) { $0 + $1 * $1 }
    (count, self.slope, self.intercept) = (counts.count, slope, intercept)
    deviation = (sum / max(n - 2, 1)).squareRoot()
  }

  func day(_ ahead: Int) -> Prediction {
    prediction(mean: value(ahead), deviation: deviation)
  }

  func total(of days: Int, after skipped: Int) -> Prediction {
    let mean = (skipped..<(skipped + days)).reduce(0) { $0 + value($1) }
    return prediction(mean: mean, deviation: deviation * Double(days).squareRoot())
  }

  /// A count is never below zero, whatever the line says.
  private func value(_ ahead: Int) -> Double {
    max(0, intercept + slope * Double(count + ahead))
  }

  private func prediction(mean: Double, deviation: Double) -> Prediction {
    func end(_ score: Double) -> Double { max(0, (mean + score * deviation).rounded()) }
    return Prediction(
      mean: mean,
      low80: end(-NormalDistribution.upper80),
      high80: end(NormalDistribution.upper80),
      low95: end(-NormalDistribution.upper95),
      high95: end(NormalDistribution.upper95)
    )
  }
}
