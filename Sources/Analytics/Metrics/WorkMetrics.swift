import Model

extension Analysis {
  /// Commits and reviews of the last 30 days.
  func workMetrics(at cutoff: Cutoff) -> [MetricValue] {
    let window = cutoff.last(30)
    let commits = commits.range(in: window) { $0.at }.count
    return [
      MetricValue(.commitsCount, count: commits, streams[.commits].knowledge(of: window)),
      MetricValue(
        .reviewsCount,
        count: reviews.count(in: window),
        streams[.pulls].knowledge(of: window)
      ),
    ]
  }

  /// Releases and the downloads of their files.
  func releaseMetrics(on day: Day) -> [MetricValue] {
    let cutoff = Cutoff(endOf: day)
    let year = cutoff.last(365)
    return [
      MetricValue(
        .releasesCount,
        count: releases.count(in: year),
        streams[.releases].knowledge(of: year)
      ),
      releaseAge(at: cutoff),
      downloadsTotal(on: day, at: cutoff),
    ]
  }

  /// Never partial: the newest release is known or it is not.
  private func releaseAge(at cutoff: Cutoff) -> MetricValue {
    if case .nothing(let reason) = streams[.releases] {
      return MetricValue(.releaseAge, unknown: reason)
    }
    let end = releases.sortedIndex(from: cutoff.seconds) { $0 }
    let newest = releases[..<end].last.flatMap { $0 >= creation ? $0 : nil }
    return MetricValue(
      .releaseAge,
      newest.map(cutoff.days),
      .whole,
      nothing: "nothing was released yet"
    )
  }

  private func downloadsTotal(on day: Day, at cutoff: Cutoff) -> MetricValue {
    MetricValue(
      .downloadsTotal,
      downloads(on: day).map { Double($0.total) },
      streams[.releases].knowledge(ofAllBefore: cutoff),
      nothing: "downloads were not read for \(day.spelledOut)"
    )
  }

  /// The reading of the day, if there was one.
  func downloads(on day: Day) -> DownloadDay? {
    let index = history.downloads.sortedIndex(from: day.number) { $0.day.number }
    guard index < history.downloads.count, history.downloads[index].day == day else { return nil }
    return history.downloads[index]
  }
}
