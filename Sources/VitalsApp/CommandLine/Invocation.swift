package import Model
package import Settings
package import Analytics

/// What the command line asks for.
package struct Invocation: Hashable, Sendable {
  package var command: Command
  package var common: CommonOptions
}

/// The options of every command.
package struct CommonOptions: Hashable, Sendable {
  package enum Verbosity: Hashable, Sendable {
    case quiet
    case normal
    case verbose
  }

  /// Nil reads `.github/vitals.yml` when it is there.
  package var configPath: String?
  /// The options that set a key, for ``Settings/load(file:environment:flags:)``.
  package var flags: [Flag] = []
  /// Nil takes the clock.
  package var now: Timestamp?
  package var isJSON = false
  package var isDryRun = false
  package var verbosity = Verbosity.normal
  /// Nil is `actions` in GitHub Actions, else `text`.
  package var logFormat: LogFormat?

  package init() {}
}

/// A command with what is special to it.
package enum Command: Hashable, Sendable {
  /// Text for standard output.
  case help(String)
  case version
  case run(RunOptions)
  /// The budget is in requests and points, for this run; nil leaves it to the settings.
  case collect(budget: Int?)
  case report(ReportOptions)
  /// Nil publishes everything.
  case publish(PublicationKind?, templates: String?)
  case comment(CommentOptions)
  /// The newest day when nil.
  case metrics(date: Day?)
  case score(ScoreSpan)
  case series(metric: String, from: Day?, to: Day?)
  case trend(SeriesQuery)
  case forecast(SeriesQuery, model: Forecast.Model)
  /// Open ends reach as far as the series does.
  case anomalies(SeriesQuery, from: Day?, to: Day?)
  case lint(files: [String], LintOptions)
  case storeInfo
  case storeVerify
  case storeDump
  /// To and from the data branch when nil.
  case storeBackup(file: String?)
  case storeRestore(file: String?)
  case doctor
  case uninstall(isConfirmed: Bool)
  case configInit
  case configValidate
  case configSchema
}

/// What `run` may be told.
package struct RunOptions: Hashable, Sendable {
  package var budget: Int?
  package var templates: String?
  package var output: String?
}

/// What `report` may be told.
package struct ReportOptions: Hashable, Sendable {
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case markdown
    case json
  }

  /// Nil writes the one that fits the repositories.
  package var kind: ReportKind?
  package var date: Day?
  package var format = Format.markdown
  package var templates: String?
  package var output: String?
}

/// The days of which `score` tells.
package enum ScoreSpan: Hashable, Sendable {
  /// The newest when nil.
  case day(Day?)
  /// Open ends reach as far as history does.
  case days(from: Day?, to: Day?)
}

package enum ReportKind: String, CaseIterable, Hashable, Sendable {
  case health
  case weekly
  case portfolio
}

package enum PublicationKind: String, CaseIterable, Hashable, Sendable {
  case weekly
  case alerts
  case summary
}

/// What `comment` may be told.
package struct CommentOptions: Hashable, Sendable {
  /// Nil takes the pull request of the workflow's event.
  package var number: Int?
  package var templates: String?
  /// A file to write instead of a comment.
  package var output: String?
  /// A file that another run wrote, to be posted.
  package var source: String?
}

/// What `lint` may be told.
package struct LintOptions: Hashable, Sendable {
  /// Rules that do not hold for every document.
  package enum Extra: String, CaseIterable, Hashable, Sendable {
    /// Mentions and references, which a posted text must not make.
    case mentions
    /// Files and headings that links lead to.
    case links
  }

  package var format = LintFormat.text
  package var also: Set<Extra> = []
}

/// How `lint` prints what it finds.
package enum LintFormat: String, CaseIterable, Hashable, Sendable {
  case text
  case json
  /// Annotations of GitHub Actions.
  case github
}
