import CommonMark

extension LintRule {
  static let headingRecognised = LintRule(
    "heading-recognised",
    "A heading has one to six marks, and a space behind them."
  ) { source in
    source.inlineTexts.flatMap { block -> [Finding] in
      guard block.kind == .paragraph else { return [] }
      return block.lines.compactMap { line in
        guard line.text.first == UInt8(ascii: "#") else { return nil }
        return problem(of: line.text, writtenIn: source.bytes(line: line.number))
          .map { Finding("This is not a heading; \($0).", line: line.number) }
      }
    }
  }

  /// What to do about a line that begins with `#` and is no heading; nil where that is meant.
  private static func problem(
    of line: ArraySlice<UInt8>,
    writtenIn source: ArraySlice<UInt8>
  ) -> String? {
    let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
    let text = line.dropFirst(marks)
    guard let next = text.first else { return nil }
    if text.starts(with: "\u{A0}") { return "put an ordinary space behind the `#`" }
    if marks > 6, next.isBlank, source.isUnescaped("#######".utf8) {
      return "there are six levels; write at most six `#`"
    }
    guard (2...6).contains(marks), source.isUnescaped("##".utf8) else { return nil }
    let number = text.prefix(while: \.isDigit)
    let isNumbered = !number.isEmpty && ".)".utf8.contains(text[number.endIndex...].first ?? 0)
    let isText = next.isLetter || next >= 0x80 || next == UInt8(ascii: "[") || isNumbered
    return isText ? "put a space behind the `#`" : nil
  }
}
