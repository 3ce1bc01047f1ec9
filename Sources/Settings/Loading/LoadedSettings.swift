package import Model

/// Settings with where each value comes from, and everything that is wrong with them.
package struct LoadedSettings: Sendable {
  /// Nil when there is an error among the diagnostics.
  package var settings: Settings?
  /// Errors, warnings and notes, in the order of the file, then of the environment and options.
  package var diagnostics: [Diagnostic]
  /// Every key that has a value, in the order of the table; also when there are errors.
  package var effectiveValues: [EffectiveValue]
}

/// One key with its value and where that comes from.
package struct EffectiveValue: Hashable, Sendable {
  package var path: String
  /// `null` when there is none; a secret as a placeholder.
  package var value: JSONValue
  package var origin: Origin
}

extension EffectiveValue: CustomStringConvertible {
  /// A line of `config validate`: `report.names = false (default)`.
  package var description: String {
    "\(path) = \(value == .null ? "not set" : YAMLText.flow(value)) (\(origin))"
  }
}
