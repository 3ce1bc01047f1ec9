import Model

/// The conversation and the reviews of one item, as they are written one after the other.
struct Conversation: Sendable {
  let number: Int
  let cast: Cast
  private(set) var comments: [Comment] = []
  private(set) var reviews: [Review] = []

  init(number: Int, cast: Cast) {
    self.number = number
    self.cast = cast
  }

  /// When somebody last wrote.
  var last: Timestamp? {
    [comments.last?.createdAt, reviews.last?.submittedAt].compactMap(\.self).max()
  }

  /// Who writes.
  enum Writer {
    case maintainer(except: Cast.Person)
    case this(Cast.Person)
  }

  /// Adds a comment; times only grow.
  mutating func remark(at instant: Timestamp, by writer: Writer, _ random: inout SplitMix64) {
    let person =
      switch writer {
      case .maintainer(let other):
        cast.someone(at: instant, maintainer: true, except: other, &random)
      case .this(let person): person
      }
    add(person.account, at: instant)
  }

  /// Adds the report of the machine that builds the pull request.
  mutating func report(at opened: Timestamp, _ random: inout SplitMix64) {
    add(Cast.continuousIntegration, at: opened.advanced(bySeconds: 240 + random.below(900)))
  }

  /// Adds an exchange between the author and others.
  mutating func talk(of author: Cast.Person, rounds: Int, _ random: inout SplitMix64) {
    guard var instant = last else { return }
    for round in 0..<rounds {
      instant = cast.rhythm.reply(since: instant, medianHours: rounds > 20 ? 3 : 18, &random)
      if round.isMultiple(of: 2) {
        remark(at: instant, by: .this(author), &random)
      } else if random.chance(0.6) {
        remark(at: instant, by: .maintainer(except: author), &random)
      } else {
        let other = cast.someone(at: instant, except: author, &random)
        remark(at: instant, by: .this(other), &random)
      }
    }
  }

  /// Adds up to three reviews, of which the last one mostly approves.
  mutating func review(of author: Cast.Person, since: Timestamp, _ random: inout SplitMix64) {
    guard random.chance(0.93) else { return }
    var instant = since
    let rounds = 1 + random.below(3)
    let reviewer = cast.someone(at: since, maintainer: true, except: author, &random)
    for round in 0..<rounds {
      instant = cast.rhythm.review(since: instant, medianHours: round == 0 ? 6 : 12, &random)
      let isLast = round == rounds - 1
      let state: Review.State =
        isLast ? .approved : random.chance(0.5) ? .changesRequested : .commented
      let author =
        random.chance(0.8)
        ? reviewer
        : cast.someone(
          at: instant,
          maintainer: true,
          except: author,
          &random
        )
      add(author.account, state, at: instant)
    }
  }

  /// Adds an approval by whoever is there.
  mutating func approve(since: Timestamp, _ random: inout SplitMix64) {
    let instant = cast.rhythm.review(since: since, medianHours: 16, &random)
    add(cast.someone(at: instant, maintainer: true, &random).account, .approved, at: instant)
  }

  private mutating func add(_ author: Account?, at instant: Timestamp) {
    let instant = max(instant, comments.last?.createdAt ?? instant)
    comments.append(
      Comment(id: number * 10_000 + comments.count, author: author, createdAt: instant)
    )
  }

  private mutating func add(_ author: Account?, _ state: Review.State, at instant: Timestamp) {
    let id = number * 10_000 + 5_000 + reviews.count
    reviews.append(Review(id: id, author: author, state: state, submittedAt: instant))
  }
}
