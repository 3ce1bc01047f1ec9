/// How far a repository can be judged by its score.
enum Standing: Hashable {
  case archived
  case inactive
  /// Too little is known for a number.
  case withoutScore
  /// Known for less than ``ScoreRule/earlyDays``.
  case early(score: Double)
  /// Known for long, with little behind the score.
  case thin(score: Double)
  case judged(score: Double)

  init(_ input: ReportInput) {
    switch (input.lifecycle, input.score.value) {
    case (.archived, _): self = .archived
    case (.inactive, _): self = .inactive
    case (_, nil): self = .withoutScore
    case (_, .some(let score)):
      if input.knownDays < ScoreRule.earlyDays {
        self = .early(score: score)
      } else if input.score.confidence < ScoreRule.leastConfidence {
        self = .thin(score: score)
      } else {
        self = .judged(score: score)
      }
    }
  }

  /// True where there is a number to speak of.
  var isScored: Bool {
    switch self {
    case .early, .thin, .judged: true
    case .archived, .inactive, .withoutScore: false
    }
  }
}
