import Model

@testable import Settings

/// The settings of a file named `vitals.yml` that holds `text`.
func load(
  _ text: String,
  environment: [String: String] = [:],
  flags: [Flag] = []
) -> LoadedSettings {
  let file = SettingsFile(path: "vitals.yml", bytes: Array(text.utf8))
  return Settings.load(file: file, environment: environment, flags: flags)
}

/// What is said of the file, one text each.
func messages(_ text: String, environment: [String: String] = [:]) -> [String] {
  load(text, environment: environment).diagnostics.map(\.description)
}

extension LoadedSettings {
  /// The value of a key and its origin, as `config validate` prints them.
  func line(_ path: String) -> String? {
    effectiveValues.first { $0.path == path }?.description
  }

  /// The value of a key.
  func value(_ path: String) -> JSONValue? {
    effectiveValues.first { $0.path == path }?.value
  }
}
