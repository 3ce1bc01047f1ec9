import Testing

@testable import YAML

struct YAMLDocumentTests {
  @Test func `a mapping keeps its order and the place of every value`() throws {
    let root = try #require(try YAMLDocument(parsing: bytes("b: 1\na: [x, 'y']\n")).root)
    guard case .mapping(let entries) = root.content else {
      Issue.record("not a mapping")
      return
    }
    #expect(entries.map(\.key) == ["b", "a"])
    #expect(entries[1].keyMark == YAMLMark(line: 2, column: 1))
    let list = YAMLNode(
      .sequence([
        YAMLNode(.scalar(.init("x", isPlain: true)), mark: YAMLMark(line: 2, column: 5)),
        YAMLNode(.scalar(.init("y", isPlain: false)), mark: YAMLMark(line: 2, column: 8)),
      ]),
      mark: YAMLMark(line: 2, column: 4)
    )
    #expect(entries[1].value == list)
  }

  @Test func `a byte-order mark and line breaks of every kind change nothing`() throws {
    let plain = try YAMLDocument(parsing: bytes("a:\n  - 1\nb: 2\n"))
    for text in ["\u{FEFF}a:\r\n  - 1\r\nb: 2\r\n", "a:\r  - 1\rb: 2\r"] {
      #expect(try YAMLDocument(parsing: bytes(text)) == plain)
    }
  }

  @Test func `columns count bytes and lines are those of an editor`() throws {
    let root = try #require(try YAMLDocument(parsing: bytes("é: \"\u{2028}\"\nü: ä\n")).root)
    guard case .mapping(let entries) = root.content else { return }
    #expect(entries.map(\.keyMark.line) == [1, 2])
    #expect(entries[1].value.mark == YAMLMark(line: 2, column: 5))
  }

  @Test func `a text of comments has no root`() throws {
    #expect(try YAMLDocument(parsing: bytes("# nothing\n")).root == nil)
    #expect(try YAMLDocument(parsing: []).root == nil)
  }

  @Test func `an alias gives the value of its anchor`() throws {
    let root = try #require(try YAMLDocument(parsing: bytes("a: &x [1]\nb: *x\n")).root)
    guard case .mapping(let entries) = root.content else { return }
    #expect(entries[0].value == entries[1].value)
  }

  @Test func `a tag is kept`() throws {
    let root = try #require(try YAMLDocument(parsing: bytes("!secret x")).root)
    #expect(root.tag == "!secret")
  }

  @Test func `every repeated key is told with both places`() throws {
    let document = try YAMLDocument(parsing: bytes("a: 1\nb: {c: 1, c: 2}\na: 3\n"))
    #expect(
      document.repeatedKeys == [
        .init(
          key: "c",
          first: YAMLMark(line: 2, column: 5),
          second: YAMLMark(line: 2, column: 11)
        ),
        .init(key: "a", first: YAMLMark(line: 1, column: 1), second: YAMLMark(line: 3, column: 1)),
      ]
    )
  }

  @Test func `nothing written is null, a quoted tilde is not`() throws {
    let root = try #require(try YAMLDocument(parsing: bytes("[~, null, '~', x, '']")).root)
    guard case .sequence(let elements) = root.content else { return }
    #expect(elements.map(\.isNull) == [true, true, false, false, false])
  }
}

struct YAMLLimitTests {
  @Test func `aliases of aliases are refused before they fill the memory`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let alias = "*a\(level - 1)"
      let list = Array(repeating: alias, count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    let error = try #require(throws: YAMLError.self) { try YAMLDocument(parsing: bytes(text)) }
    #expect(error.message == "the file holds more than 20000 values")
    #expect(error.mark.line == 5)
  }

  @Test func `depth is limited where an alias stands, too`() throws {
    let limits = YAMLDocument.Limits(depth: 5)
    #expect(throws: Never.self) {
      try YAMLDocument(parsing: bytes("a: &a [[x]]\nb: [*a]"), limits: limits)
    }
    let error = try #require(throws: YAMLError.self) {
      try YAMLDocument(parsing: bytes("a: &a [[x]]\nb: [[*a]]"), limits: limits)
    }
    #expect(
      error == YAMLError("values are nested more than 5 levels deep", at: .init(line: 2, column: 6))
    )
    #expect(throws: YAMLError.self) {
      try YAMLDocument(parsing: bytes(String(repeating: "[", count: 100_000)))
    }
  }

  @Test func `a large file is refused`() {
    #expect(throws: YAMLError("the file is larger than 3 bytes", at: .init(line: 1, column: 1))) {
      try YAMLDocument(parsing: bytes("abcd"), limits: .init(bytes: 3))
    }
  }
}

struct YAMLErrorTests {
  private struct Case: CustomTestStringConvertible {
    var text: String
    var place: (line: Int, column: Int)
    var words: String

    var testDescription: String { text.debugDescription }
  }

  private static let cases: [Case] = [
    Case(text: "a:\n  b: [c, *-ci]", place: (2, 10), words: "put it in quotes"),
    Case(text: "a: [*.js]", place: (1, 5), words: "put it in quotes"),
    Case(text: "a: *-ci*", place: (1, 4), words: "put it in quotes"),
    Case(text: "a: &", place: (1, 4), words: "put it in quotes"),
    Case(text: "a: @x", place: (1, 4), words: "in quotes"),
    Case(text: "a: b: c", place: (1, 5), words: "put the text in quotes"),
    Case(text: "a: [b, c", place: (1, 9), words: "closing ]"),
    Case(text: "a: {b: c", place: (1, 9), words: "closing }"),
    Case(text: "a: 1\nb: \"x\n\n", place: (2, 4), words: "never closed"),
    Case(text: "a:\n\t- b", place: (2, 1), words: "tab"),
    Case(text: "a: 1\nbc\nd: 2", place: (2, 1), words: "colon"),
    Case(text: "a:\n  b: 1\n c: 2", place: (3, 2), words: "indent it alike"),
    Case(text: "a: 1\n---\nb: 2\n", place: (2, 1), words: "second document"),
    Case(text: "? [a]\n: b", place: (1, 3), words: "a key must be a text"),
    Case(text: "a: \u{1}", place: (1, 4), words: "control character"),
    Case(text: "a: \0", place: (1, 4), words: "control character"),
  ]

  @Test(arguments: cases)
  private func `a fault is told where it stands`(_ fault: Case) throws {
    let error = try #require(throws: YAMLError.self) {
      try YAMLDocument(parsing: bytes(fault.text))
    }
    #expect(error.message.contains(fault.words))
    #expect(error.mark == YAMLMark(line: fault.place.line, column: fault.place.column))
  }

  @Test func `bytes that are not UTF-8 are told with their place`() {
    let latin1: [UInt8] = bytes("a: 1\nb: ") + [0xE4] + bytes("\n")
    let error = YAMLError(
      "the file is not UTF-8; save it in that encoding",
      at: YAMLMark(line: 2, column: 4)
    )
    #expect(throws: error) { try YAMLDocument(parsing: latin1) }
    #expect(throws: YAMLError.self) { try YAMLDocument(parsing: [0xFF, 0xFE, 0x61, 0x00]) }
  }
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
