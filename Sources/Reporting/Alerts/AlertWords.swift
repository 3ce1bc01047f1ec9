import Analytics

/// How alerts tell what happened and ask for what is to be done.
enum AlertWords {
  /// As in `three daily runs in a row`; without a number where fewer are on record.
  static func runs(_ count: Int) -> String {
    count > 1 ? "\(CountText.words(count, "daily run")) in a row" : "the last daily runs"
  }

  /// A clause without its full stop.
  static func toDo(_ step: Step.Kind, count: Int) -> String {
    let pulls = count == 1 ? "the pull request" : "the \(CountText.words(count, "pull request"))"
    let issues = count == 1 ? "the issue" : "the \(CountText.words(count, "issue"))"
    switch step {
    case .settlePulls:
      return "settle \(pulls) below, which \(count == 1 ? "has its review" : "have their reviews")"
    case .decidePulls:
      return "decide \(pulls) below, \(count == 1 ? "" : "each ")open for more than five weeks"
    case .reviewPulls: return "review \(pulls) below"
    case .answerIssues: return "answer \(issues) below, each younger than a week"
    case .welcome: return "welcome those who came for the first time"
    case .oldQuestions: return "answer or close \(issues) below"
    }
  }
}
