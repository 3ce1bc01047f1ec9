import CommonMark

extension LintRule {
  static let codeClosed = LintRule(
    "code-closed",
    "Every backtick that begins code has one that ends it."
  ) { source in
    source.inlineTexts.flatMap { block in
      block.lines.compactMap { line, number -> Finding? in
        // Two of them open a quotation in TeX.
        guard
          let offset = line.offset(of: "`"), !line.contains("``"), !line.contains("`'"),
          line.dropFirst(offset + 1).first.map({ !$0.isBlank }) == true,
          Array(source.bytes(line: number)).withoutCode[...].isUnescaped("`".utf8)
        else { return nil }
        return Finding("This backtick begins no code; add the one that ends it.", line: number)
      }
    }
  }

  static let strongClosed = LintRule(
    "strong-closed",
    "Every `**` that begins strong text touches it, and has one that ends it."
  ) { source in
    source.inlineTexts.compactMap { block -> Finding? in
      for (line, number) in block.lines where source.bytes(line: number).isUnescaped("**".utf8) {
        guard let offset = line.offset(of: "**") else { continue }
        let before = line.prefix(offset).last
        let after = line.dropFirst(offset + 2)
        guard before?.isWordByte != true, after.first != UInt8(ascii: "*") else { continue }
        let isSpaced = after.first?.isBlank == true && after.contains("**")
        // `**/*.md` and `**options` are no marks; a sentence is.
        let isSentence =
          after.first?.isLetter == true && after.contains(0x20)
          && !after.contains("**") && block.text.utf8.count == line.count
        guard isSpaced || isSentence else { continue }
        return Finding(
          "These `**` make nothing strong; close them, without a space inside.",
          line: number
        )
      }
      return nil
    }
  }
}
