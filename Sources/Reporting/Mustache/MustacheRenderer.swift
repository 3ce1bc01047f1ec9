package import Model

/// Fills templates with data, as the public Mustache specification says, without lambdas.
///
/// Source: https://github.com/mustache/spec/tree/v1.4.3/specs.
package struct MustacheRenderer {
  /// How strictly names are taken and what happens to values.
  package struct Options: Sendable {
    /// Applied to what `{{name}}` shows; `{{{name}}}` and `{{&name}}` go past it.
    package var escape: @Sendable (String) -> String
    /// Makes an unknown name or partial an error instead of nothing; optional data is null.
    package var isStrict: Bool
    /// How deep partials and sections may nest.
    package var maximumDepth: Int

    package init(
      isStrict: Bool = true,
      maximumDepth: Int = 50,
      escape: @escaping @Sendable (String) -> String = { MarkdownText.escaped($0) }
    ) {
      self.isStrict = isStrict
      self.maximumDepth = maximumDepth
      self.escape = escape
    }
  }

  /// Gives the text of a partial and the file it came from; nil when there is none.
  package typealias PartialSource = (String) -> (text: String, file: String)?

  private struct PartialKey: Hashable {
    var name: String
    var indentation: String
  }

  private let options: Options
  private let partials: PartialSource
  private var parsed: [PartialKey: MustacheTemplate] = [:]
  private var output = ""

  private init(_ options: Options, _ partials: @escaping PartialSource) {
    self.options = options
    self.partials = partials
  }

  /// The text of `template` filled with `data`.
  package static func render(
    _ template: MustacheTemplate,
    with data: JSONValue,
    options: Options = Options(),
    partials: @escaping PartialSource = { _ in nil }
  ) throws(MustacheError) -> String {
    var renderer = MustacheRenderer(options, partials)
    try renderer.render(template.nodes, in: [data], depth: 0)
    return renderer.output
  }

  private mutating func render(
    _ nodes: [MustacheTemplate.Node],
    in context: [JSONValue],
    depth: Int
  ) throws(MustacheError) {
    for node in nodes {
      switch node {
      case .text(let text): output += text
      case .variable(let name, let isEscaped):
        let text = try lookUp(name, in: context).shown
        output += isEscaped ? options.escape(text) : text
      case .section(let name, let isInverted, let nodes):
        try check(depth, at: name.location)
        let value = try lookUp(name, in: context)
        if isInverted {
          if value.isFalsy { try render(nodes, in: context, depth: depth + 1) }
        } else {
          for element in value.repetitions {
            try render(nodes, in: context + [element], depth: depth + 1)
          }
        }
      case .partial(let name, let indentation, let location):
        try check(depth, at: location)
        let key = PartialKey(name: name, indentation: indentation)
        guard let partial = try partial(key, at: location) else { continue }
        try render(partial.nodes, in: context, depth: depth + 1)
      }
    }
  }

  private func check(_ depth: Int, at location: MustacheLocation) throws(MustacheError) {
    guard depth >= options.maximumDepth else { return }
    let limit = "Sections and partials nest deeper than \(options.maximumDepth) levels"
    throw MustacheError("\(limit); does a partial include itself?", at: location)
  }

  private mutating func partial(
    _ key: PartialKey,
    at location: MustacheLocation
  ) throws(MustacheError) -> MustacheTemplate? {
    if let known = parsed[key] { return known }
    guard let source = partials(key.name) else {
      guard options.isStrict else { return nil }
      throw MustacheError("There is no template `\(key.name)`.", at: location)
    }
    let template = try MustacheTemplate(
      source.text,
      file: source.file,
      indentedBy: key.indentation
    )
    parsed[key] = template
    return template
  }

  /// The first part of a name is looked for from the innermost object out, the rest inside it.
  private func lookUp(
    _ name: MustacheName,
    in context: [JSONValue]
  ) throws(MustacheError) -> JSONValue {
    guard let first = name.parts.first else { return context.last ?? .null }
    var found = context.reversed().lazy.compactMap { $0[first] }.first
    for part in name.parts.dropFirst() { found = found?[part] }
    if let found { return found }
    guard options.isStrict else { return .null }
    throw MustacheError("There is no value `\(name.text)`.", at: name.location)
  }
}

extension JSONValue {
  /// The value of a key; nil for what is no object or lacks the key.
  fileprivate subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  fileprivate var isFalsy: Bool {
    switch self {
    case .null, .bool(false), .array([]): true
    default: false
    }
  }

  /// What a section is repeated for.
  fileprivate var repetitions: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return isFalsy ? [] : [self]
  }

  /// The value as text; null is nothing, lists and objects are their JSON.
  fileprivate var shown: String {
    switch self {
    case .null: ""
    case .string(let text): text
    default: JSONWriter.text(self)
    }
  }
}
