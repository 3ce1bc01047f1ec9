package import Model

/// One day of a series.
package struct SeriesPoint: Hashable, Sendable {
  package let day: Day
  /// Nil where it is unknown.
  package let value: Double?

  package init(day: Day, value: Double?) {
    self.day = day
    self.value = value
  }
}

extension Analysis {
  /// Every day from `from` to `to`; empty when `to` comes first.
  ///
  /// A day before the repository's creation, before the stream's horizon or after the data date
  /// is unknown; the data date is `to` unless given.
  package func series(
    _ series: SeriesID,
    from: Day,
    to: Day,
    dataDate: Day? = nil
  ) -> [SeriesPoint] {
    guard from <= to else { return [] }
    let last = min(to, dataDate ?? to)
    let first = max(from, Day(at: creation))
    let daily = Daily(of: series, in: self)
    return (from...to)
      .map { day in
        let isInside = first <= day && day <= last
        return SeriesPoint(day: day, value: isInside ? daily.value(day).map(Double.init) : nil)
      }
  }
}

/// How a series gets the value of one day.
private struct Daily {
  let value: (Day) -> Int?

  private init(value: @escaping (Day) -> Int?) {
    self.value = value
  }

  init(of series: SeriesID, in analysis: Analysis) {
    let streams = analysis.streams
    switch series {
    case .commits:
      self.init(streams[.commits]) { day in analysis.commits.range(in: day) { $0.at }.count }
    case .contributors:
      self.init(streams.activity) { analysis.activity.people(in: $0) }
    case .issuesOpened where analysis.repository.hasIssues:
      self.init(streams[.issues]) { analysis.issuesCreated(in: $0).count }
    case .issuesClosed where analysis.repository.hasIssues:
      self.init(streams[.issues]) { analysis.closings.count(in: $0) }
    case .pullsOpened:
      self.init(streams[.pulls]) { analysis.pullsCreated(in: $0).count }
    case .pullsMerged:
      self.init(streams[.pulls]) { analysis.merges(in: $0).count }
    case .reviews:
      self.init(streams[.pulls]) { analysis.reviews.count(in: $0) }
    case .stars:
      self.init(streams[.stars]) { window in
        analysis.starDays(in: window).reduce(0) { $0 + $1.count }
      }
    case .forks:
      self.init(streams[.forks]) { analysis.forks.count(in: $0) }
    case .downloads:
      self.init(value: { analysis.downloads(on: $0)?.gain })
    case .views: self.init(value: { analysis.traffic(.views, on: $0)?.count })
    case .visitors: self.init(value: { analysis.traffic(.views, on: $0)?.uniques })
    case .clones: self.init(value: { analysis.traffic(.clones, on: $0)?.count })
    case .cloners: self.init(value: { analysis.traffic(.clones, on: $0)?.uniques })
    case .issuesOpened, .issuesClosed:
      self.init(value: { _ in nil })
    }
  }

  /// Counts the events of whole days within the reach of their streams.
  private init(_ reach: Reach, count: @escaping (Window) -> Int) {
    self.init(value: { day in
      let window = Window(start: day.start.seconds, end: day.end.seconds)
      return window.start >= reach.start ? count(window) : nil
    })
  }
}
