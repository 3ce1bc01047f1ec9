/// The summary of a step in GitHub Actions, which may hold text of earlier steps already.
///
/// A summary over 1 MiB is not shown at all:
/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
package enum StepSummary {
  /// Bytes that a summary must stay below.
  package static let limit = 1_024 * 1_024

  /// What to append to a summary of `size` bytes, so that it stays below the limit.
  ///
  /// Whole blocks are kept, from the first on; the notice then says where the rest is.
  ///
  /// - Parameters:
  ///   - text: The whole document.
  ///   - size: Bytes that the file holds already.
  ///   - notice: A sentence that names where the full text is.
  /// - Returns: Empty when there is not even room for the notice.
  package static func fitting(_ text: String, after size: Int, notice: String) -> String {
    let room = limit - 1 - size
    let whole = "\(size > 0 ? "\n" : "")\(text)\n"
    guard whole.utf8.count > room else { return whole }
    let ending = "\n\(notice)\n"
    guard ending.utf8.count <= room else { return "" }
    var kept = ""
    for block in blocks(of: whole) {
      guard kept.utf8.count + block.utf8.count + ending.utf8.count <= room else { break }
      kept += block
    }
    return kept + ending
  }

  /// The text cut before every heading of the second or third level, so that a section is never
  /// cut in itself.
  private static func blocks(of text: String) -> [Substring] {
    var blocks: [Substring] = []
    var start = text.startIndex
    var fence: CodeFence?
    var line = text.startIndex
    while line < text.endIndex {
      let utf8 = text.utf8
      let end = utf8[line...].firstIndex(of: UInt8(ascii: "\n")).map { utf8.index(after: $0) }
      let content = utf8[line..<(end ?? text.endIndex)]
      fence = CodeFence.after(content, within: fence)
      let isHeading = content.starts(with: "## ".utf8) || content.starts(with: "### ".utf8)
      if isHeading, fence == nil, line > start {
        blocks.append(text[start..<line])
        start = line
      }
      line = end ?? text.endIndex
    }
    blocks.append(text[start...])
    return blocks
  }
}
