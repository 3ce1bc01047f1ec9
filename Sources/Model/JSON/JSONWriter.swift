/// Writes JSON with ordered keys, the shortest digits that read back to the same number, and
/// nothing escaped that need not be.
package struct JSONWriter {
  /// How a document is laid out and what is escaped in it.
  package struct Options: Sendable {
    /// Two spaces a level instead of one line.
    package var isIndented: Bool
    /// Writes `<`, `>`, `&` and `--` as `\u` escapes, so that nothing inside can end an HTML
    /// comment or begin a tag.
    package var isSafeInHTML: Bool

    package init(isIndented: Bool = false, isSafeInHTML: Bool = false) {
      self.isIndented = isIndented
      self.isSafeInHTML = isSafeInHTML
    }
  }

  private let options: Options
  private var bytes: [UInt8] = []

  private init(_ options: Options) {
    self.options = options
  }

  /// The document as UTF-8, without a newline at its end.
  package static func bytes(_ value: JSONValue, _ options: Options = Options()) -> [UInt8] {
    var writer = JSONWriter(options)
    writer.write(value, depth: 0)
    return writer.bytes
  }

  /// The document as text, without a newline at its end.
  package static func text(_ value: JSONValue, _ options: Options = Options()) -> String {
    String(decoding: bytes(value, options), as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: put("null")
    case .bool(let value): put(value ? "true" : "false")
    case .int(let value): put(String(value))
    case .double(let value): put(Self.digits(value))
    case .string(let value): write(value)
    case .array(let elements):
      write(elements, between: ("[", "]"), depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      write(members, between: ("{", "}"), depth: depth) { writer, member in
        writer.write(member.key)
        writer.put(writer.options.isIndented ? ": " : ":")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func write<Element>(
    _ elements: [Element],
    between brackets: (StaticString, StaticString),
    depth: Int,
    each: (inout JSONWriter, Element) -> Void
  ) {
    put(brackets.0.description)
    for (index, element) in elements.enumerated() {
      if index > 0 { put(",") }
      newline(depth: depth + 1)
      each(&self, element)
    }
    if !elements.isEmpty { newline(depth: depth) }
    put(brackets.1.description)
  }

  private mutating func newline(depth: Int) {
    guard options.isIndented else { return }
    put("\n" + String(repeating: "  ", count: depth))
  }

  private mutating func write(_ string: String) {
    put("\"")
    var previous: UInt8?
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case UInt8(ascii: "\n"): put("\\n")
      case UInt8(ascii: "\r"): put("\\r")
      case UInt8(ascii: "\t"): put("\\t")
      case 0..<0x20, 0x7F: escape(byte)
      case UInt8(ascii: "<") where options.isSafeInHTML,
        UInt8(ascii: ">") where options.isSafeInHTML,
        UInt8(ascii: "&") where options.isSafeInHTML:
        escape(byte)
      case UInt8(ascii: "-") where options.isSafeInHTML && previous == byte: escape(byte)
      default: bytes.append(byte)
      }
      previous = byte
    }
    put("\"")
  }

  private mutating func escape(_ byte: UInt8) {
    let digits = String(byte, radix: 16)
    put("\\u00" + (digits.count < 2 ? "0" : "") + digits)
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Whole numbers without a fraction, others in the fewest digits that read back the same.
  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    guard value == value.rounded(), abs(value) < 9_007_199_254_740_992 else {
      return value.description
    }
    return String(Int(value))
  }
}
