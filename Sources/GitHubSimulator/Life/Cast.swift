import Model

/// Everyone who ever takes part in the project.
struct Cast: Sendable {
  /// Somebody with an address for commits; without an account it was deleted.
  struct Person: Hashable, Sendable {
    var account: Account?
    var email: String
    /// Days of the project's life on which the person is there.
    var days: Range<Int>
    /// How often the person is the one, compared with others.
    var weight: Double
    var isMaintainer = false
    /// True for who is away while reviews slump.
    var rests = false
  }

  /// Days into the project's life that count as one newcomer's.
  private static let daysOfNewcomer = 9.0

  let rhythm: Rhythm
  let regulars: [Person]
  private let newcomers: [Person]

  init(rhythm: Rhythm, seed: UInt64) {
    self.rhythm = rhythm
    regulars = Self.table.enumerated().map { Person($1, index: $0) }
    var random = SplitMix64(seed: seed, subject: -1)
    newcomers = (0..<240).map { Person(newcomer: $0, &random) }
  }

  /// One of those who are there at `instant`, by their weights: anyone, or a maintainer, and not
  /// `other`.
  func someone(
    at instant: Timestamp,
    maintainer: Bool = false,
    except other: Person? = nil,
    _ random: inout SplitMix64
  ) -> Person {
    let age = rhythm.begin.distance(to: instant.day)
    let isSlump = rhythm.slump.contains(instant.day)
    let present = regulars.filter {
      $0.days.contains(age) && $0 != other && (!maintainer || $0.isMaintainer)
        && !(isSlump && $0.rests)
    }
    var left = random.fraction() * present.reduce(0) { $0 + $1.weight }
    for person in present {
      left -= person.weight
      if left < 0 { return person }
    }
    return regulars[0]
  }

  /// Somebody who found the project lately; the same one comes back now and then.
  func newcomer(at instant: Timestamp, _ random: inout SplitMix64) -> Person {
    let age = Double(rhythm.begin.distance(to: instant.day))
    // The grown project draws newcomers twice as fast.
    let arrived = age / Self.daysOfNewcomer * (1 + min(1, age / 900))
    let index = Int(arrived) - random.below(3)
    return newcomers[min(max(0, index), newcomers.count - 1)]
  }

  /// GraphQL names a bot without the `[bot]` of its login.
  static let dependabot = Account(id: 49_699_333, login: "dependabot", kind: .bot)
  /// Whoever writes the bot's commits, which carry its login in full.
  static let updater = Person(
    account: Account(id: 49_699_333, login: "dependabot[bot]", kind: .bot),
    email: "49699333+dependabot[bot]@users.noreply.github.com",
    days: 0..<9_999,
    weight: 0
  )
  /// A user that is a machine, which no type tells.
  static let continuousIntegration = Account(id: 90_001_000, login: "octo-ci")
  /// What the tool writes as, with the token of a workflow.
  static let workflow = Account(id: 41_898_282, login: "github-actions", kind: .bot)

  private typealias Row = (login: String?, days: Range<Int>, weight: Double, role: String)

  private static let table: [Row] = [
    ("octo-mira", 0..<9_999, 10, "maintainer"),
    ("octo-tomasz", 0..<9_999, 8, "maintainer, rests"),
    ("octo-hlin", 30..<9_999, 6, "maintainer, rests"),
    ("octo-priya", 90..<9_999, 6, "maintainer, rests"),
    ("octo-jan", 10..<610, 5, ""),
    (nil, 5..<420, 3, ""),
    ("octo-anahit", 150..<9_999, 4, "maintainer, rests"),
    ("octo-kenji", 210..<880, 4, ""),
    ("octo-lucia", 280..<9_999, 4, "rests"),
    ("octo-noor", 350..<9_999, 3, ""),
    ("octo-elif", 430..<863, 3, ""),
    ("octo-pavel", 470..<855, 3, ""),
    ("octo-soren", 540..<866, 3, ""),
    ("octo-wanjiru", 600..<9_999, 3, "maintainer"),
    ("octo-dario", 905..<9_999, 3, ""),
  ]
}

extension Cast.Person {
  fileprivate init(
    _ row: (login: String?, days: Range<Int>, weight: Double, role: String),
    index: Int
  ) {
    let id = 90_000_001 + index
    let name = row.login ?? "someone"
    self.init(
      account: row.login.map { Account(id: id, login: $0) },
      // Some hide their address behind the one that GitHub makes.
      email: index % 3 == 1
        ? "\(id)+\(name)@users.noreply.github.com" : "\(name)@example.org",
      days: row.days,
      weight: row.weight,
      isMaintainer: row.role.contains("maintainer"),
      rests: row.role.contains("rests")
    )
  }

  fileprivate init(newcomer index: Int, _ random: inout SplitMix64) {
    let qualities = ["quiet", "amber", "brisk", "lunar", "polar", "rusty", "tidal", "vivid"]
    let animals = ["otter", "heron", "lynx", "newt", "finch", "moth", "crab", "ibis", "vole"]
    let login = "\(random.pick(qualities))-\(random.pick(animals))-\(100 + index)"
    self.init(
      account: Account(id: 90_010_000 + index, login: login),
      email: "\(login)@example.net",
      days: 0..<9_999,
      weight: 1
    )
  }
}
