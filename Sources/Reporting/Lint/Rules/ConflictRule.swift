import CommonMark

extension LintRule {
  static let mergeConflict = LintRule(
    "merge-conflict",
    "No marks of a merge conflict."
  ) { source in
    source.lines.indices.compactMap { index in
      let line = source.lines[index]
      let isMark =
        line.starts(with: "<<<<<<< ") || line.starts(with: ">>>>>>> ")
        || line.starts(with: "||||||| ")
      guard isMark, !source.isCode(line: index + 1) else { return nil }
      return Finding("A merge conflict was not settled here.", line: index + 1)
    }
  }
}
