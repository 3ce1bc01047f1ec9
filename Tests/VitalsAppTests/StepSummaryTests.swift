import Foundation
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct StepSummaryTests {
  /// Publishes the summary behind `kept`, and gives all bytes of the file.
  private func summary(behind kept: [UInt8], settings: String = "") async throws -> [UInt8] {
    try await CollectedStore.copy()
    let fixture = try AppFixture(in: TemporaryDirectory.current)
    try fixture.folder.write(kept, to: "summary.md")
    let outcome = try await fixture.vitals(
      "publish summary",
      settings: settings,
      variables: fixture.workflowVariables
    )
    #expect(outcome.status == .success, "\(outcome.talk)")
    #expect(fixture.writes == [])
    return try fixture.folder.bytes(of: "summary.md")
  }

  @Test func `it is added to what earlier steps wrote`() async throws {
    let kept = Array("# An earlier step\r\n\u{FEFF}no line end".utf8)
    let bytes = try await summary(behind: kept)
    #expect(bytes.starts(with: kept))
    #expect(String(decoding: bytes.dropFirst(kept.count), as: UTF8.self).contains("octo-repo"))
  }

  @Test func `it leaves a full summary alone`() async throws {
    let kept = [UInt8](repeating: UInt8(ascii: "x"), count: 1_048_570)
    #expect(try await summary(behind: kept) == kept)
  }

  @Test func `it is not written where it is switched off`() async throws {
    let kept = Array("kept".utf8)
    #expect(try await summary(behind: kept, settings: "delivery: {step_summary: false}") == kept)
  }
}
