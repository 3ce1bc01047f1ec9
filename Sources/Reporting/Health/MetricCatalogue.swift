/// How the report names and writes each metric, in the order of *All numbers*.
enum MetricCatalogue {
  enum Form: Sendable {
    case count
    case share
    case hours
    case ratio
  }

  /// A line whose name begins with `…` goes on from the one above.
  static let entries: [(id: String, name: String, form: Form)] = [
    ("pulls.open", "Pull requests open", .count),
    ("pulls.opened.30d", "… opened in 30 days", .count),
    ("pulls.merged.30d", "… merged in 30 days", .count),
    ("pulls.closed_unmerged.30d", "… closed without merge in 30 days", .count),
    ("pulls.merge_share.90d", "… merged of those resolved in 90 days", .share),
    ("pulls.time_to_merge.median.90d", "… time to merge, half of those merged within", .hours),
    ("pulls.time_to_merge.p90.90d", "… time to merge, 9 of 10 of those merged within", .hours),
    ("pulls.first_review.median.90d", "… first answer, half of those answered within", .hours),
    ("pulls.waiting_review.count", "… without an answer for more than 7 days", .count),
    ("issues.open", "Issues open", .count),
    ("issues.opened.30d", "… opened in 30 days", .count),
    ("issues.closed.30d", "… closed in 30 days", .count),
    ("issues.first_response.median.90d", "… first answer, half of those answered within", .hours),
    ("issues.first_response.p90.90d", "… first answer, 9 of 10 of those answered within", .hours),
    ("issues.answered_in_7d.share.90d", "… answered within 7 days", .share),
    ("issues.closure_ratio.90d", "… closed for each one opened, 90 days", .ratio),
    ("issues.stale.open", "… silent for more than 60 days", .count),
    ("contributors.active.30d", "People active in 30 days", .count),
    ("contributors.new.30d", "… for the first time", .count),
    ("contributors.returning_share.30d", "… back from the 30 days before", .share),
    ("contributors.absence_factor.365d", "… who made half of the year's commits", .count),
    ("commits.count.30d", "Commits in 30 days", .count),
    ("reviews.count.30d", "Reviews in 30 days", .count),
    ("releases.count.365d", "Releases in a year", .count),
    ("release.age_days", "Days since the newest release", .count),
    ("downloads.total", "Downloads of releases", .count),
    ("stars.total", "Stars", .count),
    ("stars.gained.30d", "… new in 30 days", .count),
    ("forks.total", "Forks", .count),
    ("forks.gained.30d", "… new in 30 days", .count),
    ("watchers.total", "Watchers", .count),
    ("traffic.views.14d", "Views in 14 days", .count),
    ("traffic.visitors.14d", "… daily visitors, summed", .count),
    ("traffic.clones.14d", "Clones in 14 days", .count),
    ("traffic.cloners.14d", "… daily cloners, summed", .count),
  ]

  /// Counts of what is open, which is read first, however old: known in full when they are known.
  static let openItems: Set = [
    "pulls.open", "pulls.waiting_review.count", "issues.open", "issues.stale.open",
  ]

  /// A value in the form of its metric.
  static func text(_ value: Double, _ form: Form) -> String {
    switch form {
    case .count: NumberText.fixed(value, decimals: 0)
    case .share: NumberText.share(value)
    case .hours: DurationText.of(hours: value)
    case .ratio: NumberText.fixed(value, decimals: 2)
    }
  }
}
