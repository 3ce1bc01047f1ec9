package import FoundationEssentials
package import Testing

/// Gives a test, or each test of a suite, a folder of its own, deleted when the test ends.
package struct TemporaryDirectory: TestTrait, SuiteTrait, TestScoping {
  /// Each test of the suite gets its own folder.
  package var isRecursive: Bool { true }

  /// The folder of the test that runs.
  @TaskLocal package static var current = FileManager.default.temporaryDirectory

  @concurrent
  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(component: "vitals-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await Self.$current.withValue(folder) { try await function() }
  }
}

extension Trait where Self == TemporaryDirectory {
  /// A folder of the test's own at `TemporaryDirectory.current`.
  package static var temporaryDirectory: Self { Self() }
}
