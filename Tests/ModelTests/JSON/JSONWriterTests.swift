import Foundation
import Model
import Testing

struct JSONWriterTests {
  private func text(_ value: JSONValue) -> String { JSONWriter.text(value) }

  @Test func `keys keep the order in which they were written`() {
    let value: JSONValue = [
      "zebra": 1, "apple": [true, false, nil], "mango": ["b": "x", "a": "y"],
    ]
    #expect(
      text(value) == #"{"zebra":1,"apple":[true,false,null],"mango":{"b":"x","a":"y"}}"#
    )
  }

  @Test func `nothing is escaped that need not be`() {
    #expect(text("/<>&--'é☃😀\u{2028}") == "\"/<>&--'é☃😀\u{2028}\"")
  }

  @Test func `quotes, backslashes and control characters are escaped`() {
    #expect(text("\"\\\n\r\t\u{0}\u{8}\u{1F}\u{7F}") == #""\"\\\n\r\t\u0000\u0008\u001f\u007f""#)
  }

  @Test func `a combining mark does not hide the character before it`() {
    #expect(text("\"\u{301}\\\u{301}") == "\"\\\"\u{301}\\\\\u{301}\"")
  }

  /// A number and its digits.
  private static let numbers: [(number: Double, text: String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-2, "-2"), (0.1, "0.1"), (100, "100"), (2.5, "2.5"),
    (1.0 / 3, "0.3333333333333333"), (9_007_199_254_740_991, "9007199254740991"),
    (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
  ]

  @Test(arguments: numbers)
  func `a number has its shortest digits, and no number is null`(
    _ row: (number: Double, text: String)
  ) {
    #expect(text(.double(row.number)) == row.text)
  }

  @Test(
    arguments: [
      1e-7, .leastNonzeroMagnitude, 1.7976931348623157e308, 9_007_199_254_740_992, 1e16, -1e300,
      0.1 + 0.2,
    ]
  )
  func `a very small or large number reads back as the same`(_ number: Double) throws {
    let data = Data(JSONWriter.bytes([.double(number)]))
    #expect(try JSONDecoder().decode([Double].self, from: data) == [number])
  }

  @Test func `whole numbers keep all of their digits`() {
    #expect(text(.int(.max)) == "9223372036854775807")
    #expect(text(.int(.min)) == "-9223372036854775808")
  }

  @Test func `inside HTML nothing can end a comment or begin a tag`() throws {
    let value: JSONValue = ["a--><b>": "<!-- & ---- -", "--": ["-->", "-"]]
    let safe = JSONWriter.text(value, .init(isSafeInHTML: true))
    for forbidden in ["<", ">", "&", "--"] {
      #expect(!safe.utf8.contains(forbidden))
    }
    let plain = Data(JSONWriter.bytes(value))
    let read = try JSONDecoder().decode([String: AnyJSON].self, from: Data(safe.utf8))
    #expect(read == (try JSONDecoder().decode([String: AnyJSON].self, from: plain)))
  }

  @Test func `indented documents have two spaces a level and empty brackets in one line`() {
    let value: JSONValue = ["a": [1, ["b": nil]], "c": [], "d": [:]]
    let expected = """
      {
        "a": [
          1,
          {
            "b": null
          }
        ],
        "c": [],
        "d": {}
      }
      """
    #expect(JSONWriter.text(value, .init(isIndented: true)) == expected)
  }

  @Test func `a hundred levels deep is written whole`() {
    let deep = (0..<100).reduce(JSONValue.int(1)) { value, _ in .array([value]) }
    let brackets = (String(repeating: "[", count: 100), String(repeating: "]", count: 100))
    #expect(text(deep) == "\(brackets.0)1\(brackets.1)")
  }

  @Test func `what is unknown is null`() {
    let unknown: [JSONValue] = [
      JSONValue(nil as Int?), JSONValue(nil as Double?), JSONValue(nil as String?),
      JSONValue(nil as Day?), JSONValue(nil as Timestamp?),
    ]
    #expect(text(.array(unknown)) == "[null,null,null,null,null]")
    #expect(
      text([JSONValue(Day(number: 0)), JSONValue(Timestamp(seconds: 0))])
        == #"["1970-01-01","1970-01-01T00:00:00Z"]"#
    )
  }
}

/// A text or a list of texts, for comparing what was read.
private enum AnyJSON: Decodable, Equatable {
  case text(String)
  case list([String])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try container.decode([String].self))
    }
  }
}

extension String.UTF8View {
  fileprivate func contains(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: bytes) }
  }
}
