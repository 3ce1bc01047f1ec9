import Model

/// The program: reads the command line, runs the command, and says how it ended.
package enum App {
  /// Runs one command from its arguments, without the program's name.
  ///
  /// Nothing is thrown: whatever goes wrong becomes one sentence and an exit status.
  package static func run(_ arguments: [String], in world: World) async -> ExitStatus {
    let invocation: Invocation
    do throws(UsageError) {
      invocation = try Invocation(parsing: arguments)
    } catch {
      let end = error.description.hasSuffix("?") ? "" : "."
      world.talk("error: \(error.description)\(end)\n")
      return .usage
    }
    do {
      return try await run(invocation, in: world)
    } catch {
      let failure = AppFailure(error)
      Log(invocation.common, world).say(Diagnostic(.error, failure.description))
      if invocation.command.isJob, !(error is CancellationError) {
        await DoctorCommand(invocation.common, world).explainFailure()
      }
      return failure.status
    }
  }

  private static func run(_ invocation: Invocation, in world: World) async throws -> ExitStatus {
    let options = invocation.common
    switch invocation.command {
    case .help(let text): world.output(text)
    case .version: world.output("vitals \(Version.current)\n")
    case .run(let run): return try await RunCommand(run, Session(options, world)).run()
    case .collect(let budget):
      return try await CollectCommand(budget: budget, Session(options, world)).run()
    case .report(let report): return try await ReportCommand(report, Session(options, world)).run()
    case .publish(let kind, let templates):
      return try await PublishCommand(kind, templates, Session(options, world)).run()
    case .comment(let comment):
      return try await CommentCommand(comment, Session(options, world)).run()
    case .metrics(let date):
      return try await PrintCommand(.metrics, Session(options, world)).run(on: date)
    case .score(.day(let date)):
      return try await PrintCommand(.score, Session(options, world)).run(on: date)
    case .score(.days(let from, let to)):
      return try await ScoresCommand(Session(options, world)).run(from: from, to: to)
    case .series(let metric, let from, let to):
      return try await SeriesCommand(metric, Session(options, world)).run(from: from, to: to)
    case .trend(let query): return try await TrendCommand(query, Session(options, world)).run()
    case .forecast(let query, let model):
      return try await ForecastCommand(query, model: model, Session(options, world)).run()
    case .anomalies(let query, let from, let to):
      return try await AnomaliesCommand(query, from: from, to: to, Session(options, world)).run()
    case .lint(let files, let lint):
      return try LintCommand(files: files, lint, options).run(in: world)
    case .storeInfo: return try await StoreCommand(Session(options, world)).info()
    case .storeVerify: return try await StoreCommand(Session(options, world)).verify()
    case .storeDump: return try await StoreCommand(Session(options, world)).dump()
    case .storeBackup(let file):
      return try await BackupCommand(file, Session(options, world)).run()
    case .storeRestore(let file):
      return try await RestoreCommand(file, Session(options, world)).run()
    case .doctor: return try await DoctorCommand(options, world).run()
    case .uninstall(let isConfirmed):
      return try await UninstallCommand(isConfirmed: isConfirmed, Session(options, world)).run()
    case .configInit, .configValidate, .configSchema:
      return try ConfigCommand(options).run(invocation.command, in: world)
    }
    return .success
  }
}

extension Command {
  /// Whether it is what a workflow runs unattended.
  fileprivate var isJob: Bool {
    switch self {
    case .run, .collect, .publish: true
    default: false
    }
  }
}
