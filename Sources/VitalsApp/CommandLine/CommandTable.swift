/// Every command of the program, in the order of `--help`.
enum CommandTable {
  static let commands: [CommandDescription] =
    [
      CommandDescription(
        name: "run",
        summary: "collect, assess, report and deliver: the daily job",
        options: [.backfillDays, .budget, .templates, .output],
        example: "vitals run --repo octo-org/octo-repo"
      ),
      CommandDescription(
        name: "collect",
        summary: "bring the store up to date with GitHub",
        options: [.backfillDays, .budget],
        example: "vitals collect --repo octo-org/octo-repo --backfill-days 90"
      ),
      CommandDescription(
        name: "report",
        summary: "write reports from the store; a terminal also shows them in short",
        operand: choice(ReportKind.self),
        options: [.date, .reportFormat, .templates, .output],
        example: "vitals report --date 2026-03-31 --output reports"
      ),
      CommandDescription(
        name: "publish",
        summary: "bring issues, summary and notifications into line with the store",
        operand: choice(PublicationKind.self),
        options: [.templates],
        example: "vitals publish summary"
      ),
      CommandDescription(
        name: "comment",
        summary: "comment on a pull request, where there is something worth saying",
        options: [.pull, .commentOutput, .commentSource, .templates],
        example: "vitals comment --pr 12 --dry-run"
      ),
      CommandDescription(
        name: "metrics",
        summary: "print what is known of a repository on a day",
        options: [.date],
        example: "vitals metrics --date 2026-03-31 --json"
      ),
      CommandDescription(
        name: "score",
        summary: "print the health score of a day, or of every day between two",
        options: [.date, .from, .to],
        example: "vitals score --from 2026-01-01 --to 2026-03-31"
      ),
      CommandDescription(
        name: "series",
        summary: "print a daily series",
        options: [.metric, .from, .to],
        example: "vitals series --metric stars --from 2026-03-01 --json"
      ),
      CommandDescription(
        name: "trend",
        summary: "say which way a series went over a quarter, half a year and a year",
        options: [.metric, .seriesFile, .date],
        example: "vitals trend --metric stars --date 2026-03-31"
      ),
      CommandDescription(
        name: "forecast",
        summary: "say what the next days of a series will bring",
        options: [.metric, .seriesFile, .date, .model],
        example: "vitals forecast --series visitors.csv --json"
      ),
      CommandDescription(
        name: "anomalies",
        summary: "list the days on which a series was unlike what was to be expected",
        options: [.metric, .seriesFile, .date, .from, .to],
        example: "vitals anomalies --metric views --from 2026-03-01"
      ),
      CommandDescription(
        name: "lint",
        summary: "check Markdown against GitHub's rules",
        operand: .init(name: "FILE", isRequired: true, isRepeatable: true),
        options: [.lintFormat, .lintExtra],
        example: "vitals lint --format github reports/health.md"
      ),
      CommandDescription(
        name: "store info",
        summary: "say what the store holds",
        example: "vitals store info --store sqlite:vitals.sqlite"
      ),
      CommandDescription(
        name: "store verify",
        summary: "check that the store is sound",
        example: "vitals store verify --store sqlite:vitals.sqlite"
      ),
      CommandDescription(
        name: "store dump",
        summary: "print the facts as text, the same for the same facts",
        example: "vitals store dump > facts.txt"
      ),
      CommandDescription(
        name: "store backup",
        summary: "copy the store to the data branch, or into a file",
        operand: .init(name: "FILE", isRequired: false, isRepeatable: false),
        example: "vitals store backup backup.sqlite.gz"
      ),
      CommandDescription(
        name: "store restore",
        summary: "bring the store back from the data branch, or from a file",
        operand: .init(name: "FILE", isRequired: false, isRepeatable: false),
        example: "vitals store restore backup.sqlite.gz"
      ),
      CommandDescription(
        name: "doctor",
        summary: "check settings, token, permissions, limits and store, and say what to do",
        example: "vitals doctor --repo octo-org/octo-repo"
      ),
      CommandDescription(
        name: "uninstall",
        summary: "close the program's issues and remove its label, comments, caches and branch",
        options: [.yes],
        example: "vitals uninstall --repo octo-org/octo-repo --dry-run"
      ),
      CommandDescription(
        name: "config init",
        summary: "print a file of settings to start from",
        example: "vitals config init > .github/vitals.yml",
        hasJSON: false
      ),
      CommandDescription(
        name: "config validate",
        summary: "check the settings, and say where each value comes from",
        example: "vitals config validate --config .github/vitals.yml"
      ),
      CommandDescription(
        name: "config schema",
        summary: "print the JSON Schema of the settings, for editors",
        example: "vitals config schema > vitals.schema.json"
      ),
    ]
    + [
      "export", "dashboard", "plan", "store prune", "store merge",
      "store copy", "config encrypt",
    ]
    .map { CommandDescription(name: $0, summary: "", example: "", isAvailable: false) }

  static let available = commands.filter(\.isAvailable)

  /// The second words of a group such as `config`; empty for anything else.
  static func members(of group: String) -> [String] {
    available.map(\.name).filter { $0.hasPrefix(group + " ") }
      .map { String($0.dropFirst(group.count + 1)) }
  }

  private static func choice<Word: CaseIterable & RawRepresentable>(
    _ type: Word.Type
  ) -> CommandDescription.Operand where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue).joined(separator: "|")
    return .init(name: words, isRequired: false, isRepeatable: false)
  }
}
