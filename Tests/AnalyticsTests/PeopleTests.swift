import Model
import Testing

@testable import Analytics

/// Who is a bot, who is the same person, who is left out.
struct PeopleTests {
  private static let logins: [(login: String, kind: Account.Kind, isBot: Bool)] = [
    ("dependabot", .bot, true), ("renovate[bot]", .user, true), ("Deploy-Bot", .user, true),
    ("c-robot", .user, true), ("Copilot", .user, true), ("CodeRabbitAI", .user, true),
    ("mergify", .user, true), ("abbott", .user, false), ("robot", .user, false),
    ("octo_acme", .user, false), ("-ACE-", .user, false), ("acme-ci", .user, true),
    ("ci-acme", .user, false), ("Team9x", .user, true), ("team10x", .user, false),
    ("an-org", .organization, false),
  ]

  @Test(arguments: logins) func bots(login: String, kind: Account.Kind, isBot: Bool) {
    let rules = PeopleRules(bots: ["*-CI", "team?x"])
    #expect(rules.isBot(Account(id: 1, login: login, kind: kind)) == isBot)
  }

  private static let patterns: [(pattern: String, text: String, matches: Bool)] = [
    ("*", "", true), ("?", "", false), ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-b-b", false),
    ("[x]", "x", false), ("[x]", "[x]", true), ("*@corp.?om", "ci@corp.com", true),
    ("**a", "bba", true), ("A", "a", true), ("a", "ab", false),
  ]

  @Test(arguments: patterns) func globs(pattern: String, text: String, matches: Bool) {
    #expect(Glob(pattern).matches(text) == matches)
  }

  private static let addresses: [(address: String, id: Int?, login: String?)] = [
    ("1001+alice@users.noreply.github.com", 1001, "alice"),
    ("octo_acme@users.noreply.github.com", nil, "octo_acme"),
    ("-ace-@users.noreply.github.com", nil, "-ace-"),
    ("7+0----0@users.noreply.github.com", 7, "0----0"),
    ("49699333+dependabot[bot]@users.noreply.github.com", 49_699_333, "dependabot[bot]"),
    ("99999999999999999999+a@users.noreply.github.com", nil, "99999999999999999999+a"),
    ("alice@example.org", nil, nil), ("@users.noreply.github.com", nil, nil),
  ]

  @Test(arguments: addresses) func noReply(address: String, id: Int?, login: String?) {
    let found = NoReplyAddress(address)
    #expect(found?.id == id)
    #expect(found?.login == login)
  }

  /// Each pair of commits with whether they are one person's.
  private static let pairs: [(left: Author, right: Author, isSame: Bool)] = [
    // A linked account and its address with the old login.
    (.account(0), .address("1001+alice@users.noreply.github.com"), true),
    // The next owner of the given-up login.
    (.account(0), .address("2002+alice@users.noreply.github.com"), false),
    (.account(1), .address("Octo_Acme@users.noreply.github.com"), true),
    // An account of which the API gave no id.
    (.account(1), .account(2), true),
    (.address("9+zoe@users.noreply.github.com"), .address("zoe@users.noreply.github.com"), true),
    (.address("M@x.org"), .address("m@X.org"), true),
    (.address("m@x.org"), .address("n@x.org"), false),
  ]

  enum Author: Sendable {
    case account(Int)
    case address(String)
  }

  @Test(arguments: pairs) func samePerson(left: Author, right: Author, isSame: Bool) {
    let commits = [left, right]
      .map { author in
        switch author {
        case .account(let index): HistoryCommit(author: index, email: "x@y.z", at: "2026-01-01")
        case .address(let email): HistoryCommit(author: nil, email: email, at: "2026-01-01")
        }
      }
    let accounts = [
      Account(id: 1_001, login: "alice-new"), Account(id: 3_003, login: "octo_acme"),
      Account(id: nil, login: "octo_acme"),
    ]
    let history = History(repository: .sample(), accounts: accounts, commits: commits)
    let roster = Roster(history, rules: PeopleRules())
    #expect((roster.commits[0] == roster.commits[1]) == isSame)
  }

  @Test func `a deleted account is no person`() {
    let history = History(
      repository: .sample(),
      accounts: [Account(id: 10_137, login: "ghost")]
    )
    let roster = Roster(history, rules: PeopleRules())
    #expect(roster.identity(of: 0) == .nobody)
    #expect(roster.identity(of: nil) == .nobody)
    #expect(roster.identity(of: 7) == .nobody)
  }
}
