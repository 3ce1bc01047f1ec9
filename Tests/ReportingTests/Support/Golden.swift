import Foundation
import Testing

/// Compares `text` with a file of Goldens/.
///
/// A missing file is written and fails; RECORD_GOLDEN=1 writes it anew.
func expectGoldenReport(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = Fixture.url("Goldens/\(name)")
  let recorded = try? String(contentsOf: url, encoding: .utf8)
  guard let recorded, ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != "1" else {
    try Data(text.utf8).write(to: url)
    if recorded == nil {
      Issue.record("\(name) was missing and is written now.", sourceLocation: sourceLocation)
    }
    return
  }
  guard !recorded.utf8.elementsEqual(text.utf8) else { return }
  Attachment.record(text, named: name)
  let difference = zip(
    recorded.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false)
  )
  .enumerated().first { $0.element.0 != $0.element.1 }
  let place = difference.map { "line \($0.offset + 1):\n- \($0.element.0)\n+ \($0.element.1)" }
  Issue.record("\(name) differs, \(place ?? "in length")", sourceLocation: sourceLocation)
}
