import FoundationEssentials
package import Testing

/// Compares `text` with the file `Goldens/<name>` beside the test's source file.
///
/// A file that is missing is written, and the test fails so that someone reads it. With
/// `RECORD_GOLDEN=1` in the environment every file is written anew and the test passes.
///
/// `name` has its extension, as in `weekly.md`; the other arguments are the caller's place.
package func expectGolden(
  _ text: String,
  named name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent()
    .appending(components: "Goldens", name)
  try expectGolden(text, at: file.path, sourceLocation: sourceLocation)
}

/// Compares `text` with the file at `path`, by the rules of golden files.
///
/// For a golden file that is read by people, too, such as a page of the documentation.
package func expectGolden(
  _ text: String,
  at path: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: path)
  let name = file.lastPathComponent
  let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
  let known = isRecording ? nil : try? Data(contentsOf: file)
  guard let known else {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file, options: .atomic)
    if !isRecording {
      Issue.record("\(name) was missing and is written: read it.", sourceLocation: sourceLocation)
    }
    return
  }
  guard known != Data(text.utf8) else { return }
  let difference = GoldenDifference(expected: String(decoding: known, as: UTF8.self), actual: text)
  Issue.record("\(name) \(difference)", sourceLocation: sourceLocation)
}

/// The first line in which two texts differ.
package struct GoldenDifference: Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  package var line: Int
  /// Nil where the expected text has ended.
  package var expected: String?
  /// Nil where the actual text has ended.
  package var actual: String?

  /// - Parameters:
  ///   - expected: The known text.
  ///   - actual: Another text.
  package init(expected: String, actual: String) {
    let (left, right) = (Self.lines(expected), Self.lines(actual))
    let equal = zip(left, right).prefix { $0 == $1 }.count
    line = equal + 1
    self.expected = left.dropFirst(equal).first
    self.actual = right.dropFirst(equal).first
  }

  package var description: String {
    """
    differs in line \(line):
    - \(expected.map(String.init(reflecting:)) ?? "(end)")
    + \(actual.map(String.init(reflecting:)) ?? "(end)")
    """
  }

  // By bytes: as characters, "\r\n" is one and hides the difference.
  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
