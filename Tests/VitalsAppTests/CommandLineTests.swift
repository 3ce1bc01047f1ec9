import Analytics
import Model
import Settings
import TestSupport
import Testing

@testable import VitalsApp

struct CommandLineTests {
  @Test func `every option of a run arrives with its type`() throws {
    let invocation = try Invocation(parsing: [
      "run", "--config", "a.yml", "--store=sqlite:x.db", "--repo", "a/b", "--repo=c/d",
      "--now", "2026-04-01T08:00:00+02:00", "--json", "--dry-run", "--quiet",
      "--log-format", "actions", "--backfill-days", "90", "--budget=200", "--templates", "t",
      "--output", "o",
    ])
    #expect(
      invocation.command == .run(RunOptions(budget: 200, templates: "t", output: "o"))
    )
    let common = invocation.common
    #expect(common.configPath == "a.yml")
    #expect(common.now == Timestamp("2026-04-01T06:00:00Z"))
    #expect(common.isJSON && common.isDryRun && common.verbosity == .quiet)
    #expect(common.logFormat == .actions)
    #expect(
      common.flags == [
        Flag("--backfill-days", sets: "collection.backfill_days", to: ["90"]),
        Flag("--store", sets: "storage.connection_string", to: ["sqlite:x.db"]),
        Flag("--repo", sets: "github.repositories", to: ["a/b", "c/d"]),
      ]
    )
  }

  @Test func `the options reach the settings`() throws {
    let common = try Invocation(parsing: ["collect", "--repo", "a/b", "--backfill-days", "9"])
      .common
    let settings = try #require(Settings.load(flags: common.flags).settings)
    #expect(settings.github.repositories.map(\.description) == ["a/b"])
    #expect(settings.collection.backfillDays == 9)
  }

  private struct Case: CustomTestStringConvertible {
    var line: String
    var command: Command

    var testDescription: String { line }
  }

  private static let day = Day("2026-03-31")

  private static func lint(
    _ format: LintFormat = .text,
    also: Set<LintOptions.Extra> = []
  ) -> LintOptions {
    LintOptions(format: format, also: also)
  }

  private static let commands: [Case] = [
    Case(line: "--version", command: .version),
    Case(line: "collect --budget 5", command: .collect(budget: 5)),
    Case(line: "report", command: .report(ReportOptions())),
    Case(
      line: "report weekly --date 2026-03-31 --format json",
      command: .report(ReportOptions(kind: .weekly, date: day, format: .json))
    ),
    Case(line: "publish", command: .publish(nil, templates: nil)),
    Case(line: "publish alerts --templates t", command: .publish(.alerts, templates: "t")),
    Case(line: "metrics --date 2026-03-31", command: .metrics(date: day)),
    Case(line: "score", command: .score(.day(nil))),
    Case(line: "score --from 2026-03-31", command: .score(.days(from: day, to: nil))),
    Case(
      line: "series --metric stars --to 2026-03-31",
      command: .series(metric: "stars", from: nil, to: day)
    ),
    Case(
      line: "trend --metric stars --date 2026-03-31",
      command: .trend(SeriesQuery(metric: "stars", date: day))
    ),
    Case(
      line: "forecast --series a.csv --model linear",
      command: .forecast(SeriesQuery(file: "a.csv"), model: .linear)
    ),
    Case(
      line: "anomalies --metric views --from 2026-03-31",
      command: .anomalies(SeriesQuery(metric: "views"), from: day, to: nil)
    ),
    Case(
      line: "anomalies --metric views --date 2026-03-31",
      command: .anomalies(SeriesQuery(metric: "views", date: day), from: day, to: day)
    ),
    Case(line: "lint a.md -- --b.md", command: .lint(files: ["a.md", "--b.md"], lint())),
    Case(line: "lint --json a.md", command: .lint(files: ["a.md"], lint(.json))),
    Case(line: "lint --format github -", command: .lint(files: ["-"], lint(.github))),
    Case(
      line: "lint --also links --also mentions a.md",
      command: .lint(files: ["a.md"], lint(also: [.links, .mentions]))
    ),
    Case(line: "store info", command: .storeInfo),
    Case(line: "store verify", command: .storeVerify),
    Case(line: "store dump", command: .storeDump),
    Case(line: "config init", command: .configInit),
    Case(line: "config validate --json", command: .configValidate),
    Case(line: "config schema", command: .configSchema),
  ]

  @Test(arguments: commands)
  private func `a command line becomes a command`(_ row: Case) throws {
    let words = row.line.split(separator: " ").map(String.init)
    #expect(try Invocation(parsing: words).command == row.command)
  }

  private static let faults: [(line: String, message: String)] = [
    ("", "no command is given; `vitals --help` lists them"),
    ("--json run", "a command must stand before `--json`; `vitals --help` lists them"),
    ("repotr", "`vitals repotr` is not a command; did you mean `vitals report`?"),
    ("confg", "`vitals confg` is not a command; did you mean `vitals config`?"),
    ("frobnicate", "`vitals frobnicate` is not a command; `vitals --help` lists them"),
    ("config", "`vitals config` needs one of: init, validate, schema"),
    ("config --json", "`vitals config` needs one of: init, validate, schema"),
    (
      "config valdate",
      "`vitals config valdate` is not a command; did you mean "
        + "`vitals config validate`?"
    ),
    ("store prune", "`vitals store prune` is not part of this version"),
    ("config encrypt", "`vitals config encrypt` is not part of this version"),
    ("run --confg x", "`--confg` is not an option of `vitals run`; did you mean `--config`?"),
    (
      "lint a.md --budget 5",
      "`--budget` is not an option of `vitals lint`; `vitals lint --help` lists them"
    ),
    ("run --config", "`--config` needs a value: --config FILE"),
    ("run --config --json", "`--config` needs a value: --config FILE"),
    ("run --config=", "`--config` needs a value: --config FILE"),
    ("run --json=yes", "`--json` takes no value"),
    ("run --now 2026-04-01T06:00:00Z --now x", "`--now` is given twice; keep one"),
    ("run --quiet --verbose", "`--quiet` and `--verbose` contradict each other; keep one"),
    ("run now", "`vitals run` has no use for `now`; remove it"),
    ("report weekly health", "`vitals report` has no use for `health`; remove it"),
    ("report daily", "`vitals report` takes health, weekly or portfolio, not `daily`"),
    ("lint", "`vitals lint` needs a FILE"),
    ("series", "`vitals series` needs --metric M, as in --metric stars"),
    (
      "trend --date 2026-03-31",
      "`vitals trend` needs --metric M, as in --metric stars, or --series FILE"
    ),
    (
      "forecast --metric stars --model arima",
      "`--model` must be weekday-level or linear, not `arima`"
    ),
    (
      "anomalies --metric stars --date 2026-03-31 --from 2026-03-30",
      "`--date` asks for one day, `--from` and `--to` for many; keep one of them"
    ),
    ("metrics --date 2026-02-30", "`--date` must be a day, as in 2026-03-31, not `2026-02-30`"),
    (
      "run --now today",
      "`--now` must be an instant with its zone, as in 2026-04-01T06:00:00Z, not `today`"
    ),
    ("run --repo a", "`--repo` must be a repository, as in OWNER/NAME, not `a`"),
    ("run --store x.db", "`--store` must be sqlite:PATH, postgres://… or file:DIR"),
    ("run --budget 0", "`--budget` must be a whole number above 0, not `0`"),
    ("run --backfill-days -3", "`--backfill-days` must be a whole number above 0, not `-3`"),
    ("run --log-format xml", "`--log-format` must be text, json or actions, not `xml`"),
    (
      "score --from 2026-03-31 --to 2026-03-30",
      "`--from` 2026-03-31 is later than `--to` 2026-03-30; exchange them"
    ),
    (
      "score --date 2026-03-31 --to 2026-03-30",
      "`--date` asks for one day, `--from` and `--to` for many; keep one of them"
    ),
  ]

  @Test(arguments: faults)
  func `a fault is told in one sentence`(_ fault: (line: String, message: String)) {
    let words = fault.line.split(separator: " ").map(String.init)
    #expect(throws: UsageError(fault.message)) { try Invocation(parsing: words) }
  }

  @Test func `a location with a password is not quoted`() throws {
    let error = try #require(throws: UsageError.self) {
      try Invocation(parsing: ["run", "--store", "mysql://me:hidden@host"])
    }
    #expect(!error.description.contains("hidden"))
  }

  @Test func `the exit statuses are those that are documented`() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6])
  }
}

struct CommandLineHelpTests {
  @Test func `the program tells its commands`() throws {
    guard case .help(let text) = try Invocation(parsing: ["--help"]).command else {
      Issue.record("--help is not help")
      return
    }
    try expectGolden(text, named: "help.txt")
    for command in CommandTable.commands where !command.isAvailable {
      #expect(!text.contains("  \(command.name) "))
    }
  }

  @Test(arguments: CommandTable.available.map(\.name))
  func `a command tells its options and one example`(_ name: String) throws {
    let words = name.split(separator: " ").map(String.init)
    // Help is given even where the rest of the line would be a fault.
    guard case .help(let text) = try Invocation(parsing: words + ["--help"]).command else {
      Issue.record("--help is not help")
      return
    }
    try expectGolden(text, named: "help-\(words.joined(separator: "-")).txt")
  }

  @Test(arguments: CommandTable.available.map(\.example))
  func `every example is a command line that works`(_ example: String) throws {
    let line = example.split(separator: ">").first ?? ""
    let words = line.split(separator: " ").map(String.init)
    #expect(words.first == "vitals")
    #expect(throws: Never.self) { try Invocation(parsing: Array(words.dropFirst())) }
  }

  @Test func `every option that sets a key sets one that exists`() {
    let paths = Set(SettingsSchema.fields.map(\.path))
    let options = CommandTable.commands.flatMap(\.allOptions)
    #expect(options.compactMap(\.settingsPath).allSatisfy(paths.contains))
  }
}
