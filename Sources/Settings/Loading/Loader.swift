import Model
import YAML

/// Lays file, environment and options over the defaults, each over the one before.
struct Loader {
  private let environment: [String: String]
  var settings = Settings()
  private(set) var origins: [String: Origin] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What the file gave, for the rules that look at several keys.
  private(set) var file: FileTrace?

  /// Where the values and groups of a file stand.
  struct FileTrace {
    var path: String
    var reader: FieldReader<Settings>
  }

  init(environment: [String: String]) {
    self.environment = environment
  }

  mutating func apply(_ file: SettingsFile) {
    var reading = Reading(.file(path: file.path, environment: environment))
    var reader = FieldReader(SettingsSchema.fields)
    do {
      let document = try YAMLDocument(parsing: file.bytes)
      for key in document.repeatedKeys {
        let name = key.key.escapedForMessage
        let message = "`\(name)` stands here again; it is first on line \(key.first.line)"
        reading.report(message, at: key.second)
      }
      if let root = document.root { reader.read(root, into: &settings, &reading) }
    } catch {
      reading.report(error.message, at: error.mark)
    }
    for found in reader.found {
      let (line, variables) = (found.mark.line, found.variables)
      origins[found.path] = .file(path: file.path, line: line, variables: variables)
    }
    self.file = FileTrace(path: file.path, reader: reader)
    diagnostics += reading.diagnostics
  }

  mutating func applyEnvironment() {
    for variable in EnvironmentVariable.all {
      guard let value = environment[variable.name], isFree(variable) else { continue }
      // An empty variable is as good as none, but a missing token is explained better by it.
      let isBlank = value.utf8.allSatisfy { $0 <= 0x20 }
      let explains = variable.path == "github.token" && origins[variable.path] == nil
      guard !isBlank || explains else { continue }
      let origin = Origin.environment(variable: variable.name)
      set(variable.path, to: [value], origin: origin, named: variable.name)
    }
  }

  mutating func apply(_ flags: [Flag]) {
    for flag in flags {
      set(flag.path, to: flag.values, origin: .flag(flag.name), named: flag.name)
      if flag.path == "github.repositories" {
        // Who names repositories for one run wants no others.
        settings.github.organizations = []
        origins["github.organizations"] = .flag(flag.name)
      }
    }
  }

  mutating func report(_ message: String, at mark: YAMLMark?) {
    let (line, column) = (mark?.line, mark?.column)
    diagnostics.append(
      Diagnostic(.error, message, file: mark == nil ? nil : file?.path, line: line, column: column)
    )
  }

  private func isFree(_ variable: EnvironmentVariable) -> Bool {
    switch variable.rank {
    case .beforeFile: return true
    case .afterFile:
      return settings.github.repositories.isEmpty && settings.github.organizations.isEmpty
    case .beforeWrittenText:
      guard case .file(_, _, let variables) = origins[variable.path] else { return true }
      return variables.isEmpty
    }
  }

  private mutating func set(
    _ path: String,
    to values: [String],
    origin: Origin,
    named name: String
  ) {
    guard let field = SettingsSchema.fields.first(where: { $0.path == path }) else { return }
    let mark = YAMLMark(line: 1, column: 1)
    let scalars = values.map { YAMLNode(.scalar(.init($0, isPlain: false)), mark: mark) }
    let isList = field.isList
    let node = isList ? YAMLNode(.sequence(scalars), mark: mark) : scalars.last
    guard let node else { return }
    var reading = Reading(.named(name))
    if field.read(node, Place(path: path), &reading, &settings) { origins[path] = origin }
    diagnostics += reading.diagnostics
  }
}
