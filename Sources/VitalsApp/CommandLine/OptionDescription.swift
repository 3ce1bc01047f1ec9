/// An option as the table declares it.
struct OptionDescription: Hashable, Sendable {
  /// With its dashes, as in `--config`.
  var name: String
  /// What stands after it, as in `FILE`; nil for a switch.
  var valueName: String?
  var isRepeatable = false
  /// One line of `--help`.
  var summary: String
  /// The key of the settings that the option sets.
  var settingsPath: String?

  init(
    _ name: String,
    value valueName: String? = nil,
    isRepeatable: Bool = false,
    sets settingsPath: String? = nil,
    _ summary: String
  ) {
    self.name = name
    self.valueName = valueName
    self.isRepeatable = isRepeatable
    self.settingsPath = settingsPath
    self.summary = summary
  }

  /// As in `--config FILE`.
  var usage: String { valueName.map { "\(name) \($0)" } ?? name }
}

extension OptionDescription {
  /// The options of every command.
  static let common: [OptionDescription] = [
    .config, .store, .repository, .now, .json, .dryRun, .quiet, .verbose, .logFormat, .help,
  ]

  static let config = OptionDescription(
    "--config",
    value: "FILE",
    "settings (default: .github/vitals.yml when present)"
  )
  static let store = OptionDescription(
    "--store",
    value: "URL",
    sets: "storage.connection_string",
    "where history is kept (default: sqlite:vitals.sqlite)"
  )
  static let repository = OptionDescription(
    "--repo",
    value: "OWNER/NAME",
    isRepeatable: true,
    sets: "github.repositories",
    "a repository; may be repeated (default: $GITHUB_REPOSITORY)"
  )
  static let now = OptionDescription(
    "--now",
    value: "ISO8601",
    "the instant to take for now, as in 2026-04-01T06:00:00Z"
  )
  static let json = OptionDescription("--json", "print JSON")
  static let dryRun = OptionDescription("--dry-run", "read only; write nothing outside the store")
  static let quiet = OptionDescription("--quiet", "say only what went wrong")
  static let verbose = OptionDescription("--verbose", "say more")
  static let logFormat = OptionDescription(
    "--log-format",
    value: "text|json|actions",
    "the form of what is said on standard error"
  )
  static let help = OptionDescription("--help", "show this text")

  static let date = OptionDescription(
    "--date",
    value: "D",
    "the day to look at, as in 2026-03-31 (default: the newest)"
  )
  static let metric = OptionDescription("--metric", value: "M", "a daily series, as in stars")
  static let seriesFile = OptionDescription(
    "--series",
    value: "FILE",
    "a CSV file of date,value in place of the store; no value where it is unknown"
  )
  static let model = OptionDescription(
    "--model",
    value: "weekday-level|linear",
    "how to forecast; linear is a straight line, for comparison"
  )
  static let from = OptionDescription("--from", value: "D", "the first day")
  static let to = OptionDescription("--to", value: "D", "the last day")
  static let backfillDays = OptionDescription(
    "--backfill-days",
    value: "N",
    sets: "collection.backfill_days",
    "how far back history is read"
  )
  static let budget = OptionDescription(
    "--budget",
    value: "N",
    "requests and points that this run may use"
  )
  static let templates = OptionDescription(
    "--templates",
    value: "DIR",
    "templates that replace the built-in ones by name"
  )
  static let pull = OptionDescription(
    "--pr",
    value: "N",
    "the pull request (default: that of the workflow's event)"
  )
  static let commentOutput = OptionDescription(
    "--output",
    value: "FILE",
    "write the comment to a file for a run that may post it"
  )
  static let commentSource = OptionDescription(
    "--from",
    value: "FILE",
    "post the comment of such a file, if nobody has changed it"
  )
  static let output = OptionDescription(
    "--output",
    value: "DIR",
    "where the files go (default: reports)"
  )
  static let yes = OptionDescription("--yes", "do it without asking")
  static let reportFormat = OptionDescription("--format", value: "markdown|json", "what is written")
  static let lintFormat = OptionDescription(
    "--format",
    value: "text|json|github",
    "how findings are printed"
  )
  static let lintExtra = OptionDescription(
    "--also",
    value: "mentions|links",
    isRepeatable: true,
    "check that nobody is mentioned, or that local links lead somewhere; may be repeated"
  )
}
