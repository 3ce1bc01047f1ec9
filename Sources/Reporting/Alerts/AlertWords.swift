import Analytics

/// How alerts ask for what is to be done.
enum AlertWords {
  /// A clause without its full stop.
  static func toDo(_ step: Step.Kind, count: Int) -> String {
    let pulls =
      count == 1
      ? "the pull request" : "the \(NumberText.word(count)) pull requests"
    let issues = count == 1 ? "the issue" : "the \(NumberText.word(count)) issues"
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
