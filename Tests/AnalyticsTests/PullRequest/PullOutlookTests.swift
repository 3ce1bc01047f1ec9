import Model
import Testing

@testable import Analytics

/// What the past says about a pull request, from histories small enough to count.
struct PullOutlookTests {
  private let day: Day = "2026-03-31"
  private let now: Timestamp = "2026-04-01T06:00:00Z"

  /// `count` pull requests by account 0, one a day up to ten days ago, each reviewed after an hour
  /// and merged after two, with 10, 20, 30 … lines.
  private func history(_ count: Int, firsts: Int = 0) -> History {
    var history = History(repository: .sample(), streams: .complete())
    history.accounts = [Account(id: 1, login: "ann"), Account(id: 2, login: "bob")]
    for index in 0..<count {
      let created = Timestamp(seconds: day.end.seconds - (10 + count - index) * 86_400)
      history.items.append(
        HistoryItem(
          number: index + 1,
          kind: .pull,
          author: 0,
          createdAt: created,
          closedAt: Timestamp(seconds: created.seconds + 7_200),
          mergedAt: Timestamp(seconds: created.seconds + 7_200),
          size: ChangeSize(additions: 10 * (index + 1), deletions: 0, files: 1)
        )
      )
      history.reviews.append(
        HistoryReview(item: index, author: 1, at: Timestamp(seconds: created.seconds + 3_600))
      )
    }
    return history
  }

  private func subject(_ author: Account?, lines: Int = 50) -> PullSubject {
    PullSubject(
      number: 900,
      author: author,
      createdAt: "2026-04-01T05:00:00Z",
      size: ChangeSize(additions: lines, deletions: 0, files: 2)
    )
  }

  private func outlook(_ history: History, _ subject: PullSubject) -> PullOutlook? {
    Analysis(history).outlook(of: subject, on: day, now: now)
  }

  @Test func `nothing is said about an ordinary one`() throws {
    let outlook = try #require(self.outlook(history(30), subject(Account(id: 1, login: "ann"))))
    #expect(outlook.reasons == [])
    #expect(outlook.contribution.ordinal == 31)
    #expect(outlook.size?.largerThan == 4 && outlook.size?.of == 30)
    #expect(outlook.size?.threshold == 271)
    #expect(outlook.size?.border == 280 && outlook.size?.large.count == 3)
    #expect(outlook.queue.others == 0 && outlook.queue.usual == 0)
    #expect(outlook.waiting.hours == 1 && outlook.waiting.threshold == 1)
    // The first one of the history is a first one, so 29 are by a regular.
    let range = try #require(outlook.expected.firstReview)
    #expect(range.comparison == .regulars && range.cases == 29)
    #expect(range.low == 1 && range.high == 1)
    #expect(outlook.expected.merge?.middle == 2)
  }

  @Test func `a first one is welcomed, a bot's is not looked at`() throws {
    let stranger = Account(id: 77, login: "cat")
    let outlook = try #require(self.outlook(history(30), subject(stranger)))
    #expect(outlook.reasons == [.firstTime])
    #expect(outlook.contribution.ordinal == 1)
    #expect(outlook.contribution.firsts == 1 && outlook.contribution.firstsMerged == 1)
    // One first pull request is too few to tell, so all are compared.
    #expect(outlook.expected.merge?.comparison == .everyone)
    #expect(self.outlook(history(30), subject(Account(id: 9, login: "x", kind: .bot))) == nil)
  }

  @Test func `a deleted account is nobody's first contribution`() throws {
    let outlook = try #require(self.outlook(history(30), subject(nil)))
    #expect(outlook.contribution.ordinal == nil && outlook.reasons == [])
  }

  @Test func `a history that does not reach back asks GitHub whether it is a first one`() throws {
    var short = history(30)
    short.streams[.pulls]?.horizon = .since("2026-01-01")
    var stranger = subject(Account(id: 77, login: "cat"))
    #expect(outlook(short, stranger)?.reasons == [])
    stranger.isKnownAuthor = true
    #expect(outlook(short, stranger)?.reasons == [])
    stranger.isKnownAuthor = false
    #expect(outlook(short, stranger)?.reasons == [.firstTime])
  }

  @Test func `larger than nine of ten is unusual, with enough to compare`() throws {
    let ann = Account(id: 1, login: "ann")
    #expect(outlook(history(30), subject(ann, lines: 271))?.reasons == [])
    #expect(outlook(history(30), subject(ann, lines: 272))?.reasons == [.large])
    let few = try #require(outlook(history(19), subject(ann, lines: 9_000)))
    #expect(few.size == nil && few.reasons == [])
  }

  @Test func `a wait is unusual beyond that of nine in ten, until someone answers`() {
    var waiting = subject(Account(id: 1, login: "ann"))
    waiting.createdAt = "2026-04-01T04:59:00Z"
    #expect(outlook(history(30), waiting)?.reasons == [.waiting])
    waiting.isAnswered = true
    #expect(outlook(history(30), waiting)?.reasons == [])
    waiting.isAnswered = false
    waiting.isDraft = true
    #expect(outlook(history(30), waiting)?.reasons == [])
  }

  @Test(arguments: [(4, false), (5, true)])
  func `a queue is unusual from five more than usual on`(_ open: Int, isUnusual: Bool) throws {
    var history = history(30)
    for number in 0..<open {
      history.items.append(
        HistoryItem(number: 100 + number, kind: .pull, author: 0, createdAt: "2026-03-30")
      )
    }
    let outlook = try #require(self.outlook(history, subject(Account(id: 1, login: "ann"))))
    #expect(outlook.queue.others == open && outlook.queue.usual == 0)
    #expect(outlook.reasons == (isUnusual ? [.queue] : []))
  }

  @Test func `what comes after the data date is not known`() throws {
    var history = history(30)
    history.items[29].closedAt = "2026-05-01"
    history.items[29].mergedAt = "2026-05-01"
    history.reviews[29].at = "2026-05-01"
    let outlook = try #require(self.outlook(history, subject(Account(id: 1, login: "ann"))))
    #expect(outlook.queue.others == 1 && outlook.waiting.others == 1)
    #expect(outlook.expected.merge?.cases == 29)
  }
}
