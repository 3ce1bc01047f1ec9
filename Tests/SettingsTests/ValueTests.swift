import Model
import Testing

@testable import Settings

struct CronTests {
  private static let valid = [
    "0 2 * * *", "*/5 * * * *", "0,30 1-5 1 jan-MAR mon", "0/15 * * * *", "59 23 31 12 6",
  ]
  private static let invalid = [
    "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *",
    "* * * * 7", "5-1 * * * *", "*/0 * * * *", "1, * * * *", "a * * * *", "@daily", "+1 * * * *",
  ]

  @Test(arguments: valid) func `a schedule of GitHub is accepted`(_ text: String) {
    #expect(Cron(text)?.text == text)
  }

  @Test(arguments: invalid) func `anything else is not`(_ text: String) {
    #expect(Cron(text) == nil)
  }
}

struct GlobTests {
  private static let cases: [(pattern: String, name: String, matches: Bool)] = [
    ("*-ci", "acme-ci", true), ("*-ci", "acme-CI", true), ("*-ci", "acme-cid", false),
    ("renovate", "renovate", true), ("renovate", "renovate2", false), ("*", "", true),
    ("a*b*c", "aXbYbZc", true), ("a?c", "abc", true), ("a?c", "ac", false), ("", "", true),
    ("", "a", false),
  ]

  @Test(arguments: cases)
  func `a pattern fits a whole name in any case`(
    _ row: (pattern: String, name: String, matches: Bool)
  ) {
    #expect(Glob(row.pattern).matches(row.name) == row.matches)
  }

  @Test func `many stars do not take long`() {
    let pattern = Glob(String(repeating: "*a", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
  }
}

struct DurationTextTests {
  private static let cases: [(text: String, milliseconds: Int?)] = [
    ("1s", 1_000), ("60s", 60_000), ("500ms", 500), ("0s", 0), ("2h", 7_200_000), ("1.5s", nil),
    ("5", nil), ("s", nil), ("-1s", nil), ("1 s", nil), ("99999999d", nil), ("٣s", nil),
  ]

  @Test(arguments: cases)
  func `a length of time is a whole number and a unit`(_ row: (text: String, milliseconds: Int?)) {
    #expect(DurationText.parse(row.text) == row.milliseconds.map { .milliseconds($0) })
  }

  @Test func `the longest unit without a rest is written`() {
    let durations: [Duration] = [.seconds(60), .seconds(90), .milliseconds(1_500), .zero]
    #expect(durations.map(DurationText.format) == ["1m", "90s", "1500ms", "0ms"])
  }
}

struct StoreLocationTests {
  private static let cases: [(text: String, description: String?)] = [
    ("sqlite:vitals.sqlite", "sqlite:vitals.sqlite"),
    ("sqlite:///a/b.db", "sqlite:a/b.db"),
    ("sqlite:////a/b.db", "sqlite:////a/b.db"),
    ("sqlite:/a/b.db", "sqlite:////a/b.db"),
    ("file:history", "file:history"),
    ("file:///var/x", "file:/var/x"),
    ("postgres://u:p@h/d", "postgresql://«secret»"),
    ("sqlite://host/b.db", nil), ("sqlite:", nil), ("sqlite:///", nil), ("mysql://x", nil),
    ("vitals.sqlite", nil), ("postgres://", nil),
  ]

  @Test(arguments: cases)
  func `a location names its kind`(_ row: (text: String, description: String?)) {
    #expect(StoreLocation(row.text)?.description == row.description)
  }
}

struct SuggestionTests {
  @Test func `an exchange of neighbours is one edit`() {
    #expect(Suggestion.distance("scoer", "score") == 1)
    #expect(Suggestion.distance("", "abc") == 3)
    #expect(Suggestion.distance("kitten", "sitting") == 3)
  }

  @Test func `only what is near is suggested`() {
    let commands = ["run", "report", "score"]
    #expect(Suggestion.nearest(to: "repotr", among: commands) == "report")
    #expect(Suggestion.nearest(to: "rnu", among: commands) == "run")
    #expect(Suggestion.nearest(to: "dashboard", among: commands) == nil)
  }
}

struct EnvironmentTests {
  @Test func `outside Actions the addresses are those of github.com`() {
    let environment = Environment([:])
    #expect(environment.apiURL == "https://api.github.com")
    #expect(environment.graphQLURL == "https://api.github.com/graphql")
    #expect(environment.serverURL == "https://github.com")
    #expect(environment.actions == nil && environment.runURL == nil)
  }

  @Test func `an enterprise server has its own addresses`() {
    let environment = Environment([
      "GITHUB_API_URL": "https://ghe.example/api/v3/", "GITHUB_SERVER_URL": "https://ghe.example",
      "GITHUB_REPOSITORY": "a/b", "GITHUB_ACTIONS": "true", "GITHUB_RUN_ID": "7",
    ])
    #expect(environment.apiURL == "https://ghe.example/api/v3")
    #expect(environment.graphQLURL == "https://ghe.example/api/graphql")
    #expect(environment.runURL == "https://ghe.example/a/b/actions/runs/7")
  }
}
