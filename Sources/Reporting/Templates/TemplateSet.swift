import Model

/// The templates of the documents: the built-in ones, some of them replaced by the user's.
package struct TemplateSet: Hashable, Sendable {
  package static let builtIn = TemplateSet(overrides: [:], folder: "")

  /// The user's templates by name, without `.md`.
  private let overrides: [String: String]
  private let folder: String

  /// Takes the text of each file `NAME.md` in the user's folder, by its name without `.md`.
  package init(overrides: [String: String], folder: String) {
    self.overrides = overrides
    self.folder = folder
  }

  package var hasOverrides: Bool { !overrides.isEmpty }

  /// The names of the built-in templates, sorted.
  package static var names: [String] { EmbeddedTemplates.all.map(\.name) }

  /// Fills the template of that name.
  func render(_ name: String, with data: JSONValue) throws(MustacheError) -> String {
    guard let source = source(name) else {
      let place = MustacheLocation(file: "\(name).md", line: 1, column: 1)
      throw MustacheError("There is no template `\(name)`.", at: place)
    }
    let template = try MustacheTemplate(source.text, file: source.file)
    return try MustacheRenderer.render(template, with: data, partials: { self.source($0) })
  }

  /// Parses every template, so that a broken one is found before there is anything to render.
  ///
  /// - Throws: ``MustacheError`` for the first that cannot be parsed.
  package func check() throws(MustacheError) {
    for name in Self.names {
      guard let source = source(name) else { continue }
      _ = try MustacheTemplate(source.text, file: source.file)
    }
  }

  private func source(_ name: String) -> (text: String, file: String)? {
    if let text = overrides[name] { return (text, "\(folder)/\(name).md") }
    return EmbeddedTemplates.all.first { $0.name == name }
      .map { ($0.text, "templates/\(name).md") }
  }
}
