import CommonMark

extension LintRule {
  static let fenceClosed = LintRule(
    "fence-closed",
    "Every code fence is closed by one at least as long."
  ) { source in
    source.codeBlocks.compactMap { block in
      guard block.isFenced else { return nil }
      let opening = fence(source.bytes(line: block.line, from: block.column))
      let closing = source.bytes(line: block.endLine)
        .drop {
          $0.isBlank || $0 == UInt8(ascii: ">")
        }
      let isClosed =
        block.endLine > block.line && !opening.isEmpty
        && fence(closing).count >= opening.count && fence(closing).first == opening.first
        && closing.dropFirst(fence(closing).count).trimmed.isEmpty
      guard !isClosed else { return nil }
      return Finding(
        "The code block that begins here is not closed; add a line with "
          + "\(opening.isEmpty ? "```" : opening.text).",
        line: block.line,
        column: block.column
      )
    }
  }

  /// A fence that was forgotten ends at the next one's end, with everything between them as code.
  static let fenceNested = LintRule(
    "fence-nested",
    "No code fence opens inside another that is not longer."
  ) { source in
    source.codeBlocks.compactMap { block in
      guard block.isFenced, block.endLine > block.line + 1 else { return nil }
      let opening = fence(source.bytes(line: block.line, from: block.column))
      for (index, line) in block.literal.utf8
        .split(
          separator: 0x0A,
          omittingEmptySubsequences: false
        )
        .enumerated()
      {
        let inner = fence(Array(line)[...])
        guard
          inner.count >= max(3, opening.count), inner.first == opening.first,
          let info = Array(line)[...].trimmed.dropFirst(inner.count).first, info.isLetter
        else { continue }
        return Finding(
          "A code fence opens inside the one of line \(block.line); close that first, or make it "
            + "longer.",
          line: block.line + 1 + index
        )
      }
      return nil
    }
  }

  /// The run of backticks or tildes at the beginning of a line.
  private static func fence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = line.drop(while: \.isBlank)
    guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return []
    }
    return line.prefix { $0 == first }
  }
}
