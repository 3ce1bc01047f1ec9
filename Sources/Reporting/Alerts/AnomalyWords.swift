import Analytics

/// How alerts speak of a series.
struct AnomalyWords {
  private let series: SeriesID?
  let one: String
  let many: String

  init(_ metric: String) {
    series = SeriesID(rawValue: metric)
    switch series {
    case .commits: (one, many) = ("commit", "commits")
    case .contributors: (one, many) = ("person active", "people active")
    case .issuesOpened: (one, many) = ("issue opened", "issues opened")
    case .issuesClosed: (one, many) = ("issue closed", "issues closed")
    case .pullsOpened: (one, many) = ("pull request opened", "pull requests opened")
    case .pullsMerged: (one, many) = ("pull request merged", "pull requests merged")
    case .reviews: (one, many) = ("review", "reviews")
    case .stars: (one, many) = ("new star", "new stars")
    case .forks: (one, many) = ("new fork", "new forks")
    case .views: (one, many) = ("view", "views")
    case .visitors: (one, many) = ("daily visitor", "daily visitors")
    case .clones: (one, many) = ("clone", "clones")
    case .cloners: (one, many) = ("daily cloner", "daily cloners")
    case .downloads: (one, many) = ("download", "downloads")
    case nil: (one, many) = (metric, metric)
    }
  }

  func noun(_ count: Double) -> String { count == 1 ? one : many }

  /// What may be behind it when the number falls, for "look whether".
  var obstacle: String {
    switch series {
    case .commits, .contributors, .issuesClosed, .pullsMerged, .reviews:
      "something stands in the way: a broken check, a missing maintainer, a holiday"
    case .issuesOpened, .pullsOpened:
      "people can still write: a broken form, a limit on who may take part, a holiday"
    case .stars, .forks, .views, .visitors, .clones, .cloners:
      "what led people here still does: a link, a search, a page that spoke of it"
    case .downloads:
      "the newest release has its files, and whether what links to them still does"
    case nil: "something stands in the way"
    }
  }
}
