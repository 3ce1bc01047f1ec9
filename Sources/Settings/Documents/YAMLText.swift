import Model

/// Writes values as YAML on one line.
enum YAMLText {
  static func flow(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): scalar(text)
    case .array(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
    case .object(let members):
      "{ " + members.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + " }"
    case .null, .bool, .int, .double: JSONWriter.text(value)
    }
  }

  /// Bare when nothing in it could be taken for anything but letters, else in double quotes, in
  /// which JSON and YAML agree.
  private static func scalar(_ text: String) -> String {
    let isWord = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let beginsWithLetter = text.utf8.first.map { $0 > UInt8(ascii: "9") } ?? false
    return isWord && beginsWithLetter ? text : JSONWriter.text(.string(text))
  }
}
