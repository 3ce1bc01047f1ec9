/// A piece of a template: text, or what stands between delimiters.
enum MustacheToken: Hashable, Sendable {
  case text(String)
  case tag(MustacheTag)
}

/// What stands between delimiters.
struct MustacheTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable(isEscaped: Bool)
    case section(isInverted: Bool)
    case close
    /// The blanks before it when it stands alone on its line, for every line of the partial.
    case partial(indentation: String)
    case comment
    case delimiters
  }

  var kind: Kind
  var name: String
  var location: MustacheLocation

  /// True for a tag that takes its whole line with it when it stands alone there.
  var mayStandAlone: Bool {
    if case .variable = kind { false } else { true }
  }
}
