/// A statement with its values, which never enter its text.
///
/// `"SELECT id FROM repositories WHERE name = \(name)"` has the text
/// `SELECT id FROM repositories WHERE name = ?1` and one value.
package struct SQL: ExpressibleByStringInterpolation, Hashable, Sendable {
  package let text: String
  package let values: [SQLValue]

  package init(stringLiteral text: String) {
    self.text = text
    values = []
  }

  package init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
    values = stringInterpolation.values
  }

  /// Collects the pieces of a statement: literals become text, all else becomes a value.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var values: [SQLValue] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    package mutating func appendInterpolation(_ value: some SQLConvertible) {
      append(value.sqlValue)
    }

    package mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
      append(value?.sqlValue ?? .null)
    }

    /// Puts in a name that stands in the source, such as that of a table.
    package mutating func appendInterpolation(name: StaticString) {
      text += name.description
    }

    private mutating func append(_ value: SQLValue) {
      values.append(value)
      text += "?"
      text += String(values.count)
    }
  }
}
