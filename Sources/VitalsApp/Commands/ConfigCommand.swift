import Model
import Settings

/// `vitals config`: a file to start from, the check of one, and its schema.
struct ConfigCommand: Sendable {
  private let options: CommonOptions

  init(_ options: CommonOptions) {
    self.options = options
  }

  func run(_ command: Command, in world: World) throws -> ExitStatus {
    switch command {
    case .configSchema:
      world.output(JSONWriter.text(JSONSchema.document(), .init(isIndented: true)) + "\n")
    case .configInit: world.output(SettingsTemplate.text() + "\n")
    default: return try validate(in: world)
    }
    return .success
  }

  private func validate(in world: World) throws -> ExitStatus {
    let log = Log(options, world)
    let loaded = Settings.load(
      file: try Session.file(options.configPath),
      environment: world.variables,
      flags: options.flags
    )
    for diagnostic in loaded.diagnostics { log.say(diagnostic) }
    if options.isJSON {
      let values: [JSONValue] = loaded.effectiveValues.map { value in
        [
          "key": .string(value.path), "value": value.value,
          "origin": .string(value.origin.description),
        ]
      }
      let document: JSONValue = [
        "schema": "repo-vitals/settings/1",
        "values": .array(loaded.settings == nil ? [] : values),
        "problems": .array(loaded.diagnostics.map { .object($0.members) }),
      ]
      world.output(JSONWriter.text(document, .init(isIndented: true)) + "\n")
    } else if loaded.settings != nil {
      world.output(loaded.effectiveValues.map { "\($0)\n" }.joined())
    }
    return loaded.settings == nil ? .usage : .success
  }
}
