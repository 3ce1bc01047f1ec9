import Analytics
import Model
import Storage
import SQLiteStorage

/// `vitals metrics` and `vitals score`: what is known of a day, as a table or as JSON.
struct PrintCommand: Sendable {
  enum Subject: Sendable {
    case metrics
    case score
  }

  private let subject: Subject
  private let session: Session

  init(_ subject: Subject, _ session: Session) {
    self.subject = subject
    self.session = session
  }

  func run(on date: Day?) async throws -> ExitStatus {
    try await session.reading { store in
      let stored = StoredRepositories(session, store)
      var documents: [JSONValue] = []
      for repository in try await stored.find() {
        let analysis = try await stored.analysis(of: repository)
        let day = try session.date(date, of: analysis)
        switch subject {
        case .metrics:
          let metrics = analysis.metrics(on: day)
          let profile = try await store.profile(of: repository.id)
          let document = MetricsDocument(
            repository: repository,
            date: day,
            metrics: metrics,
            profile: profile
          )
          documents.append(document.json)
          show {
            Self.table(metrics, "\(repository.name) on \(day)") + (profile.map(Self.table) ?? "")
              + Self.table(analysis.retentionCohorts(on: day))
          }
        case .score:
          let score = analysis.score(on: day)
          documents.append(ScoreDocument(repository: repository, score: score).json)
          show { Self.table(score, "\(repository.name) on \(day)") }
        }
      }
      if session.options.isJSON { session.print(documents) }
    }
    return .success
  }

  private func show(_ table: () -> String) {
    if !session.options.isJSON { session.world.output(table()) }
  }

  private static func table(_ metrics: [MetricValue], _ title: String) -> String {
    let rows = metrics.map { metric in
      [
        metric.id.rawValue, number(metric.value), metric.status.rawValue,
        metric.reason ?? "",
      ]
    }
    return "\(title)\n" + TextTable(rows, numbers: [1]).text + "\n"
  }

  /// Below the metrics; it is of the last reading, whatever the day.
  private static func table(_ profile: Profile) -> String {
    let languages = profile.languages?.map { "\($0.name) \($0.bytes)" }
    func list(_ words: [String]?) -> String {
      guard let words else { return "unknown" }
      return words.isEmpty ? "none" : words.joined(separator: ", ")
    }
    let licence = profile.licence.map { $0 == Profile.noLicence ? [] : [$0] }
    let rows = [
      ["languages", list(languages)], ["licence", list(licence)],
      ["topics", list(profile.topics)],
      ["community health", profile.community?.health.map { "\($0) of 100" } ?? "unknown"],
      ["discussions", profile.discussions.map(String.init) ?? "unknown"],
    ]
    return "profile as read on \(profile.readAt.day)\n" + TextTable(rows, numbers: []).text + "\n"
  }

  /// People by the month of their first activity, with how many were active in each month after.
  private static func table(_ cohorts: [RetentionCohort]) -> String {
    guard !cohorts.isEmpty else { return "" }
    let rows = cohorts.map { cohort in
      [String(cohort.month.description.prefix(7)), "\(cohort.people)"]
        + cohort.active.map(String.init)
    }
    let title = "people by month of first activity, and how many were active in the months after\n"
    return title + TextTable(rows, numbers: Set(1...rows[0].count)).text + "\n"
  }

  private static func table(_ score: HealthScore, _ title: String) -> String {
    let verdict = [
      score.score.map { "\(number($0)) of 100" } ?? "not enough data",
      score.publishedBand?.rawValue, score.lifecycle.rawValue,
      score.standardError.map { "give or take \(number(1.64 * $0))" },
      "evidence \(number(score.confidence * 100)) of 100",
    ]
    let rows = score.components.map { part in
      [
        part.id.rawValue, number(part.score), "\(number(part.points)) of \(number(part.weight))",
        part.status.rawValue, part.reason ?? "",
      ]
    }
    return "\(title): \(verdict.compactMap(\.self).joined(separator: ", "))\n"
      + TextTable(rows, numbers: [1, 2]).text + "\n"
  }

  /// At most so many decimals; a dash never stands for a number, so an unknown one is a word.
  static func number(_ value: Double?, decimals: Int = 2) -> String {
    guard let value else { return "unknown" }
    guard value.isFinite, abs(value) < 1e12 else { return value.description }
    let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
    let parts = Int((value * Double(scale)).rounded())
    let (whole, rest) = (abs(parts) / scale, abs(parts) % scale)
    let sign = parts < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    // The one in front keeps leading zeros.
    var digits = String(scale + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
