/// A text in which `${NAME}` and `${NAME:-default}` stand for variables of the environment.
struct Expansion {
  enum Outcome: Hashable {
    /// `variables` are those that the text names, in its order.
    case text(String, variables: [String])
    /// A variable without a default is not set.
    case unset
    /// One clause that says what is wrong.
    case malformed(String)
  }

  let environment: [String: String]

  /// What comes out is text and is never read for variables again.
  func expand(_ text: String) -> Outcome {
    var output: [UInt8] = []
    var variables: [String] = []
    var rest = Substring(text).utf8[...]
    while let byte = rest.first {
      guard byte == UInt8(ascii: "$"), rest.dropFirst().first == UInt8(ascii: "{") else {
        output.append(byte)
        rest = rest.dropFirst()
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
        return .malformed("a ${ is never closed")
      }
      let reference = Substring(rest[..<end].dropFirst(2))
      rest = rest[end...].dropFirst()
      switch value(of: reference) {
      case .text(let value, let names):
        output += value.utf8
        variables += names
      case let other: return other
      }
    }
    return .text(String(decoding: output, as: UTF8.self), variables: variables)
  }

  /// A default stands in for an empty variable, too, as in a shell.
  private func value(of reference: Substring) -> Outcome {
    let bytes = reference.utf8
    let nameEnd = bytes.firstIndex { !$0.isNameByte } ?? bytes.endIndex
    let name = String(reference[..<nameEnd])
    let tail = reference[nameEnd...]
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else {
      return .malformed("${ must be followed by the name of a variable")
    }
    let value = environment[name]
    if tail.isEmpty { return value.map { .text($0, variables: [name]) } ?? .unset }
    guard tail.hasPrefix(":-") else {
      return .malformed("after the name in ${\(name)…} only } or :- may stand")
    }
    guard !tail.contains("${") else { return .malformed("a default cannot hold another ${") }
    let fallback = String(tail.dropFirst(2))
    return .text(value.flatMap { $0.isEmpty ? nil : $0 } ?? fallback, variables: [name])
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
