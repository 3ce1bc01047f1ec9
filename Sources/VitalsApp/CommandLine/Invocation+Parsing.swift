import Analytics
import Model
import Settings

extension Invocation {
  /// Reads the arguments after the program's name.
  ///
  /// - Throws: ``UsageError`` for the first thing that cannot be understood.
  package init(parsing arguments: [String]) throws(UsageError) {
    if arguments.first == "--version" {
      self.init(command: .version, common: CommonOptions())
    } else if let first = arguments.first, ["--help", "-h", "help"].contains(first) {
      self.init(command: .help(HelpText.program()), common: CommonOptions())
    } else {
      let (description, rest) = try CommandFinder.find(in: arguments)
      let words = try ArgumentWords(splitting: rest, for: description)
      guard !words.has(.help) else {
        let help = Command.help(HelpText.command(description))
        self.init(command: help, common: CommonOptions())
        return
      }
      let common = try CommonOptions(words)
      self.init(command: try Command(words, common), common: common)
    }
  }
}

extension CommonOptions {
  fileprivate init(_ words: ArgumentWords) throws(UsageError) {
    self.init()
    configPath = words.value(of: .config)
    now = try words.parse(.now, "an instant with its zone, as in 2026-04-01T06:00:00Z") {
      Timestamp($0)
    }
    isJSON = words.has(.json)
    isDryRun = words.has(.dryRun)
    if words.has(.quiet), words.has(.verbose) {
      throw UsageError("`--quiet` and `--verbose` contradict each other; keep one")
    }
    verbosity = words.has(.quiet) ? .quiet : words.has(.verbose) ? .verbose : .normal
    logFormat = try words.choice(.logFormat)
    for repository in words.values(of: .repository) where RepositoryName(repository) == nil {
      throw words.refusal(of: repository, for: .repository, "a repository, as in OWNER/NAME")
    }
    if let store = words.value(of: .store), StoreLocation(store) == nil {
      // A location may hold a password, so it is not quoted.
      throw UsageError("`--store` must be sqlite:PATH, postgres://… or file:DIR")
    }
    _ = try words.count(.backfillDays)
    flags = words.flags
  }
}

extension Command {
  fileprivate init(_ words: ArgumentWords, _ common: CommonOptions) throws(UsageError) {
    switch words.command.name {
    case "run":
      self = .run(
        RunOptions(
          budget: try words.count(.budget),
          templates: words.value(of: .templates),
          output: words.value(of: .output)
        )
      )
    case "collect": self = .collect(budget: try words.count(.budget))
    case "report": self = .report(try ReportOptions(words, common))
    case "publish":
      self = .publish(try words.operandChoice(), templates: words.value(of: .templates))
    case "metrics": self = .metrics(date: try words.day(.date))
    case "score": self = .score(try ScoreSpan(words))
    case "series": self = try Self.series(words)
    case "comment": self = .comment(try CommentOptions(words))
    case "trend": self = .trend(try SeriesQuery(words))
    case "forecast":
      self = .forecast(try SeriesQuery(words), model: try words.choice(.model) ?? .weekdayLevel)
    case "anomalies": self = try Self.anomalies(words)
    case "lint":
      self = .lint(files: words.operands, try LintOptions(words, common))
    case "store info": self = .storeInfo
    case "store verify": self = .storeVerify
    case "store dump": self = .storeDump
    case "store backup": self = .storeBackup(file: words.operands.first)
    case "store restore": self = .storeRestore(file: words.operands.first)
    case "doctor": self = .doctor
    case "uninstall": self = .uninstall(isConfirmed: words.has(.yes))
    case "config init": self = .configInit
    case "config validate": self = .configValidate
    default: self = .configSchema
    }
  }

  private static func series(_ words: ArgumentWords) throws(UsageError) -> Command {
    guard let metric = words.value(of: .metric) else {
      throw UsageError("`vitals series` needs --metric M, as in --metric stars")
    }
    let (from, to) = try words.span()
    return .series(metric: metric, from: from, to: to)
  }
}

extension CommentOptions {
  fileprivate init(_ words: ArgumentWords) throws(UsageError) {
    number = try words.count(.pull)
    templates = words.value(of: .templates)
    output = words.value(of: .commentOutput)
    source = words.value(of: .commentSource)
    if output != nil, source != nil {
      throw UsageError(
        "`--output` writes a comment to a file, `--from` posts one; keep one of them"
      )
    }
  }
}

extension Command {
  private static func anomalies(_ words: ArgumentWords) throws(UsageError) -> Command {
    let query = try SeriesQuery(words)
    let (from, to) = try words.span()
    guard let date = query.date else { return .anomalies(query, from: from, to: to) }
    guard from == nil, to == nil else { throw UsageError.dateAndSpan }
    return .anomalies(query, from: date, to: date)
  }
}

extension SeriesQuery {
  fileprivate init(_ words: ArgumentWords) throws(UsageError) {
    metric = words.value(of: .metric)
    file = words.value(of: .seriesFile)
    date = try words.day(.date)
    guard metric != nil || file != nil else {
      throw UsageError(
        "`vitals \(words.command.name)` needs --metric M, as in --metric stars, or --series FILE"
      )
    }
  }
}

extension LintOptions {
  fileprivate init(_ words: ArgumentWords, _ common: CommonOptions) throws(UsageError) {
    format = try words.choice(.lintFormat) ?? (common.isJSON ? .json : .text)
    if common.isJSON, format != .json {
      throw UsageError("`--json` and `--format \(format.rawValue)` contradict each other; keep one")
    }
    for word in words.values(of: .lintExtra) {
      guard let extra = Extra(rawValue: word) else {
        throw words.refusal(of: word, for: .lintExtra, "mentions or links")
      }
      also.insert(extra)
    }
  }
}

extension UsageError {
  fileprivate static let dateAndSpan = UsageError(
    "`--date` asks for one day, `--from` and `--to` for many; keep one of them"
  )
}

extension ReportOptions {
  fileprivate init(_ words: ArgumentWords, _ common: CommonOptions) throws(UsageError) {
    kind = try words.operandChoice()
    date = try words.day(.date)
    format = try words.choice(.reportFormat) ?? (common.isJSON ? .json : .markdown)
    templates = words.value(of: .templates)
    output = words.value(of: .output)
  }
}

extension ScoreSpan {
  fileprivate init(_ words: ArgumentWords) throws(UsageError) {
    let (from, to) = try words.span()
    let date = try words.day(.date)
    guard from != nil || to != nil else {
      self = .day(date)
      return
    }
    guard date == nil else { throw UsageError.dateAndSpan }
    self = .days(from: from, to: to)
  }
}
