import Foundation
import TestSupport
import Testing

@testable import VitalsApp

/// A store with the whole simulated life, collected once for all tests that only read.
enum CollectedStore {
  private static let collected = Task {
    let folder = FileManager.default.temporaryDirectory
      .appending(component: "vitals-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try await AppFixture(in: folder).vitals("collect")
    try #require(outcome.status == .success, "\(outcome.talk)")
    return try folder.bytes(of: "vitals.sqlite")
  }

  /// Puts the store into the folder of the test, changed by `change`.
  static func copy(changed change: (inout [UInt8]) -> Void = { _ in }) async throws {
    var bytes = try await collected.value
    change(&bytes)
    try TemporaryDirectory.current.write(bytes, to: "vitals.sqlite")
  }
}
