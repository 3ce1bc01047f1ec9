/// A JSON document whose objects keep the order in which they were written.
///
/// `JSONEncoder` orders keys differently in every process, so every document that leaves the
/// program is built from this value instead.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Not-a-number and infinities are written as `null`.
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One key of an object with its value.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// The number, or `null` where it is unknown.
  package init(_ value: Double?) { self = value.map(JSONValue.double) ?? .null }
  package init(_ value: Int?) { self = value.map(JSONValue.int) ?? .null }
  package init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }
  package init(_ value: Day?) { self = value.map { .string($0.description) } ?? .null }
  package init(_ value: Timestamp?) { self = value.map { .string($0.description) } ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByNilLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(nilLiteral: ()) { self = .null }
}
