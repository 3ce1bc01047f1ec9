/// What libyaml says when it cannot read on, made into one sentence at the place to mend.
struct ParserProblem {
  /// As in `did not find expected ',' or ']'`.
  var problem: String
  /// As in `while parsing a flow sequence`.
  var context: String
  var isAtTab: Bool
  var mark: YAMLMark
  var contextMark: YAMLMark

  var error: YAMLError {
    switch context {
    case "while scanning an alias":
      return YAMLError(Self.star, at: contextMark)
    case "while scanning an anchor":
      return YAMLError("a text that begins with & stands bare; put it in quotes", at: contextMark)
    case "while scanning a quoted scalar" where problem.contains("end of stream"):
      return YAMLError("the quote that opens here is never closed", at: contextMark)
    case "while scanning a simple key":
      return YAMLError("a colon and a space are missing after this key", at: contextMark)
    case "while parsing a flow sequence":
      return YAMLError("a comma or the closing ] of the list is missing", at: mark)
    case "while parsing a flow mapping":
      return YAMLError("a comma or the closing } is missing", at: mark)
    case "while parsing a block mapping":
      return YAMLError(
        "this line does not stand under the keys above it; indent it alike",
        at: mark
      )
    case "while parsing a block collection":
      return YAMLError(
        "this line does not stand under the list above it; indent it alike",
        at: mark
      )
    default:
      return YAMLError(sentence, at: mark)
    }
  }

  static let star = "a text that begins with * stands bare; put it in quotes"

  private var sentence: String {
    if isAtTab { return "a tab stands where only spaces may indent" }
    return switch problem {
    case "found character that cannot start any token":
      "a text cannot begin with this character unless it is in quotes"
    case "mapping values are not allowed in this context":
      "a colon stands where no key can be; indent the line as its neighbours, or put the text in quotes"
    case "block sequence entries are not allowed in this context":
      "a list cannot begin here; put it on a line of its own"
    case "control characters are not allowed":
      "a control character stands here; remove it"
    case "did not find expected <document start>":
      "the file goes on after its end; indent the line as its neighbours"
    default:
      "this is not YAML: " + ([problem, context].filter { !$0.isEmpty }.joined(separator: " "))
    }
  }
}
