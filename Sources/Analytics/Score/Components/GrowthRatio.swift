import Glibc

/// How a 30-day count compares with its baseline, drawn towards "unchanged" by three events.
struct GrowthRatio {
  private let now: Double
  private let baseline: Double
  private let windows: Double
  /// The binary logarithm of the quotient.
  private let logarithm: Double

  /// - Parameters:
  ///   - now: Events of the last 30 days.
  ///   - baseline: Their mean over earlier windows.
  init(_ now: Double, over baseline: Baseline) {
    self.now = now
    self.baseline = baseline.mean
    windows = Double(baseline.windows)
    logarithm = log2((now + 3) / (baseline.mean + 3))
  }

  /// 70 where nothing changed, 100 from a doubling on.
  var trend: Double {
    let value = logarithm >= 0 ? 70 + 30 * min(logarithm, 1) : 70 + 40 * logarithm
    return min(max(value, 0), 100)
  }

  /// How steeply ``trend`` rises with the logarithm, for the standard error.
  var slope: Double {
    if logarithm >= 0, logarithm < 1 { return 30 }
    return logarithm > -1.75 && logarithm < 0 ? 40 : 15
  }

  /// The variance of the logarithm.
  var variance: Double {
    let (recent, before) = (now + 3, baseline + 3)
    return (now / (recent * recent) + baseline / windows / (before * before) + 0.02)
      / (M_LN2 * M_LN2)
  }
}
