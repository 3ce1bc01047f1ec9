import Analytics

/// What the score makes of a step, in words.
struct EffectWords {
  /// Smaller changes are none.
  private static let leastPoints = 0.05

  /// Before the step; nil without a score.
  let score: Double?

  /// Of doing a step to so many items; nil where nothing is promised.
  func doing(_ step: Step.Kind, _ count: Int, _ effect: Step.Effect?) -> String? {
    switch step {
    case .settlePulls: merging(count, effect)
    case .decidePulls: deciding(count, effect)
    case .answerIssues: answering(count, effect)
    case .reviewPulls, .welcome, .oldQuestions: nil
    }
  }

  /// The same as a sentence of an alert, which asks for the step.
  func asked(_ step: Step.Kind, _ count: Int, _ effect: Step.Effect?) -> String? {
    let isSmall =
      switch effect {
      case .points(let points): abs(points) < 1
      case .between(let closed, let merged): max(abs(closed), abs(merged)) < 1
      case nil: false
      }
    let touchesPulls = step == .settlePulls || step == .decidePulls
    guard isSmall, touchesPulls else { return doing(step, count, effect) }
    return "that changes the score by less than a point."
  }

  /// Of merging so many pull requests.
  func merging(_ count: Int, _ effect: Step.Effect?) -> String? {
    guard let score, case .points(let points) = effect else { return nil }
    let what = count == 1 ? "merging it" : count == 2 ? "merging both" : "merging them"
    let (before, after) = (NumberText.score(score), NumberText.score(score + points))
    if points <= -Self.leastPoints {
      let fall = NumberText.fixed(-points, decimals: 1)
      return "\(what) lowers the score by \(fall) at first, since so long a wait then counts."
    }
    if points < Self.leastPoints { return "none on the score." }
    guard after > before else {
      return "\(what) adds \(NumberText.fixed(points, decimals: 1)) points."
    }
    return "\(what) lifts the score from \(before) to \(after)."
  }

  /// Of merging or closing so many.
  func deciding(_ count: Int, _ effect: Step.Effect?) -> String? {
    guard let score, case .between(let closed, let merged) = effect else { return nil }
    let (low, high) = (NumberText.score(score + closed), NumberText.score(score + merged))
    if abs(closed) < 1, abs(merged) < 1 { return "less than a point of the score." }
    let all = count == 1 ? "" : "all "
    guard low != high else {
      return "that brings the score to \(low)."
    }
    return low < high
      ? "that brings the score to between \(low) (\(all)closed) and \(high) (\(all)merged)."
      : "that brings the score to between \(high) (\(all)merged) and \(low) (\(all)closed)."
  }

  /// Of answering so many issues in time.
  func answering(_ count: Int, _ effect: Step.Effect?) -> String? {
    guard case .points(let points) = effect, points >= Self.leastPoints else { return nil }
    let what = count == 1 ? "it then counts" : "they then count"
    return "\(what) as answered in time (+\(NumberText.fixed(points, decimals: 1)) points)."
  }
}
