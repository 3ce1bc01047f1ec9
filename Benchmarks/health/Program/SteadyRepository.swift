import Model
import TestSupport

/// A made-up repository that goes on as it is, until it collapses or falls silent for a week.
///
/// Regulars commit on one day in eight and open the pull requests and half of the issues; visitors
/// come once, with a commit or an issue. After a collapse a quarter of the pull requests and of the
/// visitors and three of ten regulars are left, half of the pull requests get merged and take five
/// times as long, and three of ten issues are answered instead of eight, eight times as late.
struct SteadyRepository {
  enum Size: String, CaseIterable {
    /// About 1, 5, 25 and 150 pull requests a month.
    case tiny
    case small
    case medium
    case large
  }

  enum Fate: Hashable {
    case steady
    case collapse(day: Int)
    case silentWeek(day: Int)
  }

  private let rates: Rates
  private let fate: Fate
  private let days: Int
  private var generator: SeededGenerator
  private var history: History

  /// Events a month, and people who come again and again.
  private struct Rates {
    var pulls: Double
    var issues: Double
    var regulars: Int
    var visitors: Double
    var forks: Double
    var oldForks: Int

    init(_ size: Size) {
      switch size {
      case .tiny: self.init(1, 0.7, regulars: 1, visitors: 0.3, forks: 0.3, oldForks: 3)
      case .small: self.init(5, 4, regulars: 3, visitors: 1.5, forks: 1, oldForks: 30)
      case .medium: self.init(25, 20, regulars: 8, visitors: 6, forks: 8, oldForks: 300)
      case .large: self.init(150, 120, regulars: 30, visitors: 40, forks: 60, oldForks: 5_000)
      }
    }

    private init(
      _ pulls: Double,
      _ issues: Double,
      regulars: Int,
      visitors: Double,
      forks: Double,
      oldForks: Int
    ) {
      (self.pulls, self.issues, self.regulars) = (pulls, issues, regulars)
      (self.visitors, self.forks, self.oldForks) = (visitors, forks, oldForks)
    }
  }

  init?(_ size: Size, _ fate: Fate, days: Int, seed: UInt64) {
    guard let name = RepositoryName("octo-org/simulated") else { return nil }
    rates = Rates(size)
    self.fate = fate
    self.days = days
    generator = SeededGenerator(seed: seed)
    let creation = Timestamp(seconds: 0)
    history = History(
      repository: Repository(
        id: RepositoryID(rawValue: 1),
        name: name,
        createdAt: creation,
        isArchived: false,
        hasIssues: true
      ),
      streams: Dictionary(
        uniqueKeysWithValues: Stream.allCases.map { ($0, StreamState(horizon: .complete)) }
      )
    )
    history.accounts = (0...rates.regulars)
      .map { (id: Int) in Account(id: id, login: "regular\(id)", kind: .user) }
    history.forks = Array(repeating: creation, count: rates.oldForks)
  }

  /// Lives all days.
  consuming func lived() -> History {
    for day in 0..<days { live(day) }
    history.forks.sort()
    return history
  }

  private mutating func live(_ day: Int) {
    if case .silentWeek(let first) = fate, (first..<first + 7).contains(day) { return }
    let isDown = if case .collapse(let first) = fate { day >= first } else { false }
    let share = isDown ? 0.25 : 1.0
    let weekday = day % 7 < 5 ? 1.25 : 0.375
    let regulars = isDown ? max(1, Int((Double(rates.regulars) * 0.3).rounded())) : rates.regulars
    for regular in 0..<regulars where generator.chance(0.12 * weekday) {
      commit(regular, on: day)
    }
    for _ in 0..<generator.poisson(rates.visitors / 30 * weekday * share) {
      commit(visitor(), on: day)
    }
    for _ in 0..<generator.poisson(rates.pulls / 30 * weekday * share) {
      openPull(by: Int.random(in: 0..<regulars, using: &generator), on: day, isDown: isDown)
    }
    for _ in 0..<generator.poisson(rates.issues / 30 * weekday) {
      let isVisit = generator.chance(0.5 * share)
      let author = isVisit ? visitor() : Int.random(in: 0..<regulars, using: &generator)
      openIssue(by: author, on: day, isDown: isDown)
    }
    for _ in 0..<generator.poisson(rates.forks / 30 * share) {
      history.forks.append(instant(on: day))
    }
  }

  /// Somebody who was never seen before.
  private mutating func visitor() -> Int {
    let id = history.accounts.count
    history.accounts.append(Account(id: id, login: "visitor\(id)", kind: .user))
    return id
  }

  private mutating func commit(_ person: Int, on day: Int) {
    history.commits.append(
      HistoryCommit(author: person, email: "\(person)@example.org", at: instant(on: day))
    )
  }

  private mutating func openPull(by author: Int, on day: Int, isDown: Bool) {
    let created = instant(on: day)
    let hours = generator.logNormal(median: isDown ? 150 : 30, deviation: 2.2)
    let end = created.advanced(bySeconds: Int(hours * 3_600))
    let isMerged = generator.chance(isDown ? 0.5 : 0.85)
    addItem(.pull, by: author, created, closedAt: end, mergedAt: isMerged ? end : nil)
  }

  private mutating func openIssue(by author: Int, on day: Int, isDown: Bool) {
    let created = instant(on: day)
    addItem(.issue, by: author, created)
    guard generator.chance(isDown ? 0.3 : 0.8) else { return }
    let hours = generator.logNormal(median: isDown ? 240 : 30, deviation: 2.2)
    let reply = created.advanced(bySeconds: Int(hours * 3_600))
    history.comments.append(
      HistoryComment(item: history.items.count - 1, author: answerer(of: author), at: reply)
    )
  }

  private mutating func addItem(
    _ kind: Item.Kind,
    by author: Int,
    _ created: Timestamp,
    closedAt: Timestamp? = nil,
    mergedAt: Timestamp? = nil
  ) {
    history.items.append(
      HistoryItem(
        number: history.items.count + 1,
        kind: kind,
        author: author,
        createdAt: created,
        closedAt: closedAt,
        mergedAt: mergedAt
      )
    )
  }

  /// Not the author, whose reply would be no answer.
  private func answerer(of author: Int) -> Int { author == 0 ? rates.regulars : 0 }

  private mutating func instant(on day: Int) -> Timestamp {
    Timestamp(seconds: day * 86_400 + Int(generator.fraction() * 86_400))
  }
}
