import Delivery
import Model
import Settings

/// `vitals doctor`: says what is in order, what is missing, what that costs, and what to do.
struct DoctorCommand: Sendable {
  private let options: CommonOptions
  private let world: World

  init(_ options: CommonOptions, _ world: World) {
    self.options = options
    self.world = world
  }

  func run() async throws -> ExitStatus {
    let findings = try await findings()
    if options.isJSON {
      world.output(JSONWriter.text(findings.json, .init(isIndented: true)) + "\n")
    } else {
      world.output(findings.text)
    }
    if findings.status != .success { try appendToSummary(findings) }
    return findings.status
  }

  /// Adds the findings to the summary of a step that failed; nothing outside of workflows.
  ///
  /// The failure itself is what the caller has to tell, so a fault in here is left untold.
  func explainFailure() async {
    guard Environment(world.variables).actions?.stepSummaryPath != nil, !options.isDryRun,
      let findings = try? await findings()
    else { return }
    try? appendToSummary(findings)
  }

  private func findings() async throws -> [Finding] {
    let loaded: LoadedSettings
    do {
      loaded = Settings.load(
        file: try Session.file(options.configPath),
        environment: world.variables,
        flags: options.flags
      )
    } catch let failure as AppFailure {
      return [Finding(.configuration, .problem, failure.description)]
    }
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      return errors.map {
        Finding(.configuration, .problem, $0.description, remedy: "`vitals config validate`")
      }
    }
    return try await Checkup(Session(options, world)).findings()
  }

  private func appendToSummary(_ findings: [Finding]) throws {
    let environment = Environment(world.variables)
    guard let path = environment.actions?.stepSummaryPath, !options.isDryRun else { return }
    // In a block of code nothing of the text is read as Markdown; a fence cannot stand in it.
    let text = findings.text.replacing("```", with: "'''")
    let document = "## What `vitals doctor` says\n\n```text\n\(text)```"
    try Files.append(to: path) { size in
      StepSummary.fitting(document, after: size, notice: "`vitals doctor` says more.")
    }
  }
}
