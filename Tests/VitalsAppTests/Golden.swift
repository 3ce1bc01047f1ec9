import Foundation
import Testing

/// Compares `text` with the file `Goldens/<name>` beside the tests.
///
/// A file that is missing or empty is written, and the test fails so that someone reads it. With
/// `RECORD_GOLDEN=1` in the environment every file is written anew and the test passes.
func expectGolden(
  _ text: String,
  named name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
  let known = isRecording ? nil : try? String(contentsOf: file, encoding: .utf8)
  guard let known, !known.isEmpty else {
    try Data(text.utf8).write(to: file)
    if !isRecording {
      Issue.record("\(name) was missing and is written: read it", sourceLocation: sourceLocation)
    }
    return
  }
  #expect(text == known, sourceLocation: sourceLocation)
}
