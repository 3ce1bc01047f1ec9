extension Response {
  /// Whether the body is what its type promises, as far as a look at its brackets can tell.
  ///
  /// A page of HTML in place of an answer, and JSON that breaks off, are not; what is inside the
  /// brackets is the decoder's to judge.
  package var isWhole: Bool {
    guard !body.isEmpty, let type = headers["Content-Type"]?.lowercased() else { return true }
    if type.hasPrefix("text/html") { return false }
    return type.contains("json") ? Self.closesItsBrackets(body) : true
  }

  private static func closesItsBrackets(_ body: [UInt8]) -> Bool {
    var depth = 0
    var (isInString, isEscaped) = (false, false)
    for byte in body {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth < 0 { return false }
    }
    return depth == 0 && !isInString
  }
}
