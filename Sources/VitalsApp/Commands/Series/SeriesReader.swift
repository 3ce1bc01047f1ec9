import Analytics
import Model
import SQLiteStorage

/// A series that is to be looked at, with what surrounds it.
struct ReadSeries: Sendable {
  let subject: SeriesSubject
  let series: DailySeries
  /// The day at whose end it is looked at.
  let date: Day
  /// The running total on that day that the series adds to; nil where none was asked for.
  let base: Double?
  /// On which days releases were published.
  let releases: [Day]

  /// As in `stars of octo-org/octo-repo`.
  let title: String
}

/// Finds the series that a query asks for, in a file or in the store.
struct SeriesReader: Sendable {
  /// Faults of a file that are told one by one; more would be a file of another kind.
  private static let mostFaults = 100

  private let query: SeriesQuery
  private let session: Session

  init(_ query: SeriesQuery, _ session: Session) {
    self.query = query
    self.session = session
  }

  /// The series of every repository asked for, or the one of the file.
  ///
  /// With `totals` a running total, as in `stars.total`, may be asked for. Throws ``AppFailure``
  /// where there is no such series.
  func read(totals: Bool = false) async throws -> [ReadSeries] {
    if let file = query.file { return [try read(file)] }
    let metric = query.metric ?? ""
    let total = totals ? RunningTotal(rawValue: metric) : nil
    let id = try total?.gains ?? SeriesID(named: metric, besides: totals)
    return try await session.reading { store in
      let stored = StoredRepositories(session, store)
      var found: [ReadSeries] = []
      for repository in try await stored.find() {
        let analysis = try await stored.analysis(of: repository)
        found.append(try read(id, total, of: analysis))
      }
      return found
    }
  }

  private func read(_ file: String) throws -> ReadSeries {
    let series: DailySeries?
    do {
      series = try SeriesFile(path: file).series
    } catch let error as SeriesFaults {
      for fault in error.faults.prefix(Self.mostFaults) { session.log.say(fault) }
      let count = error.faults.count
      let words = count == 1 ? "a line" : "\(count) lines"
      throw AppFailure(
        .usage,
        "The file \(file) has \(words) that cannot be read; mend them first."
      )
    }
    let date = query.date ?? series?.last ?? session.dataDate
    return ReadSeries(
      subject: SeriesSubject(repository: nil, metric: query.metric),
      series: series ?? DailySeries(from: date, []),
      date: date,
      base: nil,
      releases: [],
      title: query.metric.map { "\($0) of \(file)" } ?? file
    )
  }

  private func read(
    _ id: SeriesID,
    _ total: RunningTotal?,
    of analysis: Analysis
  ) throws -> ReadSeries {
    let repository = analysis.repository
    let date = try session.date(query.date, of: analysis)
    let points = analysis.series(id, from: min(repository.createdAt.day, date), to: date)
    let name = total?.rawValue ?? id.rawValue
    let base = total.flatMap { total in
      analysis.metrics(on: date).first { $0.id == total.metric }?.value
    }
    if total != nil, base == nil {
      throw AppFailure(
        .usage,
        "\(name) of \(repository.name) is not known on \(date); give another --date."
      )
    }
    return ReadSeries(
      subject: SeriesSubject(repository: repository, metric: name),
      series: DailySeries(points),
      date: date,
      base: base,
      releases: analysis.releaseDays,
      title: "\(name) of \(repository.name)"
    )
  }
}

/// A total that grows by a daily series.
private enum RunningTotal: String {
  case stars = "stars.total"
  case forks = "forks.total"

  var gains: SeriesID {
    switch self {
    case .stars: .stars
    case .forks: .forks
    }
  }

  var metric: MetricID {
    switch self {
    case .stars: .starsTotal
    case .forks: .forksTotal
    }
  }
}

extension SeriesID {
  /// Throws ``AppFailure`` where there is no such series; with `totals` it names running totals, too.
  init(named name: String, besides totals: Bool = false) throws {
    guard let id = SeriesID(rawValue: name) else {
      let known =
        SeriesID.allCases.map(\.rawValue) + (totals ? ["stars.total", "forks.total"] : [])
      throw AppFailure(
        .usage,
        "There is no daily series `\(name)`; there are \(known.joined(separator: ", "))."
      )
    }
    self = id
  }
}

extension SeriesReach {
  /// As in `12 days are known`.
  var words: String {
    switch known {
    case 0: "no day is known"
    case 1: "1 day is known"
    default: "\(known) days are known"
    }
  }
}

extension DailySeries {
  /// The newest day; that before ``first`` where there is none.
  fileprivate var last: Day { first.advanced(by: values.count - 1) }
}
