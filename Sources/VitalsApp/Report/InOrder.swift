import Foundation

extension Array where Element: Sendable {
  /// Makes something of every element on all processors, and hands it on in the order of the
  /// elements.
  ///
  /// - Parameters:
  ///   - make: Is called for as many elements at a time as there are processors.
  ///   - body: Takes what was made of one element after the other.
  /// - Throws: The first error in that order; what comes after it is not handed on.
  func inOrder<Made: Sendable>(
    make: @escaping @Sendable @concurrent (Element) async throws -> Made,
    _ body: (Made) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result<Made, any Error>).self) { group in
      var waiting: [Int: Result<Made, any Error>] = [:]
      var (started, handed) = (0, 0)
      func start() {
        guard started < count else { return }
        let (index, element) = (started, self[started])
        started += 1
        group.addTask {
          do { return (index, .success(try await make(element))) } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { start() }
      while let (index, made) = try await group.next() {
        waiting[index] = made
        while let next = waiting.removeValue(forKey: handed) {
          try body(next.get())
          handed += 1
        }
        start()
      }
    }
  }
}
