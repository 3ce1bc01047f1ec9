import YAML

/// Reads a tree of groups into the fields that its keys name.
struct FieldReader<Root: Sendable> {
  let fields: [Field<Root>]
  /// What stands before the keys in messages, with its dot.
  var prefix = ""

  /// A field of which the tree gave a value.
  struct Found {
    var path: String
    var mark: YAMLMark
    var variables: [String]
  }

  /// Where groups begin, for faults of a group as a whole.
  private(set) var groups: [String: YAMLMark] = [:]
  private(set) var found: [Found] = []
  /// The paths of fields whose value was refused.
  private(set) var failed: [String] = []

  init(_ fields: [Field<Root>], prefix: String = "") {
    self.fields = fields
    self.prefix = prefix
  }

  mutating func read(
    _ node: YAMLNode,
    under group: String = "",
    into root: inout Root,
    _ reading: inout Reading
  ) {
    guard case .mapping(let entries) = node.content else {
      guard !node.isNull else { return }
      let place = group.isEmpty ? "the file" : "`\(prefix)\(group)`"
      reading.report("\(place) must be a group of keys, not \(node.kindName)", at: node.mark)
      return
    }
    for entry in entries {
      let path = group.isEmpty ? entry.key : "\(group).\(entry.key)"
      if let field = fields.first(where: { $0.path == path }) {
        read(field, from: entry.value, into: &root, &reading)
      } else if fields.contains(where: { $0.path.hasPrefix(path + ".") }) {
        groups[path] = entry.keyMark
        read(entry.value, under: path, into: &root, &reading)
      } else {
        reading.report(unknownKey(path), at: entry.keyMark)
      }
    }
  }

  private mutating func read(
    _ field: Field<Root>,
    from node: YAMLNode,
    into root: inout Root,
    _ reading: inout Reading
  ) {
    guard !node.isNull else { return }
    reading.variables = []
    let faultsBefore = reading.diagnostics.count
    let place = Place(path: prefix + field.path)
    if field.read(node, place, &reading, &root) {
      found.append(Found(path: field.path, mark: node.mark, variables: reading.variables))
    } else if reading.diagnostics.count > faultsBefore {
      failed.append(field.path)
    }
  }

  private func unknownKey(_ path: String) -> String {
    let name = "`\((prefix + path).escapedForMessage)` is not a key"
    let suggestion = Suggestion.nearestPath(to: path, among: fields.map(\.path).withGroups)
    return suggestion.map { "\(name); did you mean `\(prefix)\($0)`?" }
      ?? "\(name); remove it, or see `vitals config schema`"
  }
}

extension [String] {
  /// The paths with those of the groups around them, each once.
  var withGroups: [String] {
    var paths: [String] = []
    for path in self {
      let parts = path.split(separator: ".")
      for length in 1...parts.count {
        let prefix = parts.prefix(length).joined(separator: ".")
        if !paths.contains(prefix) { paths.append(prefix) }
      }
    }
    return paths
  }
}
