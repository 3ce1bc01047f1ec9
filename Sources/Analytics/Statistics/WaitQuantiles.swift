/// Quantiles of waits of which some have not ended.
///
/// The weight of a wait that is still open goes in equal parts to the longer ones, as Efron's way to
/// the Kaplan–Meier estimate does (https://doi.org/10.1214/aos/1176344552); between the ended ones
/// it is interpolated as type 7 of Hyndman and Fan does. Without open waits it is type 7 itself.
struct WaitQuantiles: Hashable, Sendable {
  /// Ended waits in ascending order with the weight that they carry, 1 or more.
  private let ended: [(seconds: Int, weight: Double)]
  /// Ended and open waits.
  let count: Int

  init(_ waits: [KaplanMeier.Wait]) {
    let ordered = waits.sorted {
      ($0.seconds, $0.isEnded ? 0 : 1) < ($1.seconds, $1.isEnded ? 0 : 1)
    }
    var ended: [(seconds: Int, weight: Double)] = []
    var weight = 1.0
    for (index, wait) in ordered.enumerated() {
      if wait.isEnded {
        ended.append((wait.seconds, weight))
      } else {
        let longer = ordered.count - index - 1
        if longer > 0 { weight += weight / Double(longer) }
      }
    }
    self.ended = ended
    count = ordered.count
  }

  var endedCount: Int { ended.count }

  /// Hours; nil where so many have not ended yet.
  func hours(_ share: Double) -> Double? {
    guard let first = ended.first else { return nil }
    let position = share * Double(count - 1) + 1
    var reached = 0.0
    var before = Double(first.seconds)
    for wait in ended {
      // From one wait to the next it takes one place, then the wait stands for its whole weight.
      let next = reached + 1
      if position <= next {
        let part = min(1, max(0, position - reached))
        return (before + (Double(wait.seconds) - before) * part) / 3_600
      }
      reached += wait.weight
      before = Double(wait.seconds)
      if position <= reached { return before / 3_600 }
    }
    // Rounding aside, the last place is the longest wait's when none is open beyond it.
    return position <= reached + 1e-9 ? before / 3_600 : nil
  }

  static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.ended.elementsEqual(right.ended, by: ==)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for wait in ended {
      hasher.combine(wait.seconds)
      hasher.combine(wait.weight)
    }
  }
}
