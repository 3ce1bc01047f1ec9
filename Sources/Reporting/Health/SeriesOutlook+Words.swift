import Analytics

extension SeriesOutlook {
  /// True where there is something to expect.
  var isShown: Bool { totals.contains { $0.prediction.high80 > 0 } }

  /// `new pull requests`.
  var name: String { "new \(noun)" }

  /// `pull requests`.
  var noun: String {
    switch subject {
    case .pulls: "pull requests"
    case .issues: "issues"
    case .stars: "stars"
    }
  }

  /// `Pull requests opened`.
  var event: String {
    switch subject {
    case .pulls: "Pull requests opened"
    case .issues: "Issues opened"
    case .stars: "New stars"
    }
  }
}

extension Prediction {
  /// `0 to 4`, where 8 of 10 outcomes should fall.
  var rangeText: String {
    "\(NumberText.fixed(low80, decimals: 0)) to \(NumberText.fixed(high80, decimals: 0))"
  }
}
