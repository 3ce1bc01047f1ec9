import Model

extension Settings {
  /// Reads the settings of one run: defaults, over them the file, the environment, the options.
  ///
  /// Nothing is thrown: whatever is wrong is told at once, each with its place.
  ///
  /// - Parameters:
  ///   - file: Nil when there is none, which is no fault.
  ///   - environment: The variables of the process.
  ///   - flags: The options of the command line that set a key.
  /// - Returns: The settings, unless there are errors, with origins and diagnostics.
  package static func load(
    file: SettingsFile? = nil,
    environment: [String: String] = [:],
    flags: [Flag] = []
  ) -> LoadedSettings {
    var loader = Loader(environment: environment)
    if let file { loader.apply(file) }
    loader.applyEnvironment()
    loader.apply(flags)
    loader.check()
    let (settings, origins) = (loader.settings, loader.origins)
    let hasErrors = loader.diagnostics.contains { $0.severity == .error }
    return LoadedSettings(
      settings: hasErrors ? nil : settings,
      diagnostics: loader.diagnostics,
      effectiveValues: SettingsSchema.fields.map { field in
        EffectiveValue(
          path: field.path,
          value: field.encode(settings),
          origin: origins[field.path] ?? .builtIn
        )
      }
    )
  }
}
