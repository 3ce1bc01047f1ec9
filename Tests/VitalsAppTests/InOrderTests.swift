import Testing

@testable import VitalsApp

struct InOrderTests {
  private struct Refused: Error, Equatable { var number: Int }

  /// Later elements are ready sooner.
  private static func make(_ number: Int) async throws -> Int {
    try await Task.sleep(for: .milliseconds(20 - number))
    guard number % 7 != 5 else { throw Refused(number: number) }
    return number
  }

  @Test func `what is made is handed on in the order of the elements`() async throws {
    var handed: [Int] = []
    try await [0, 1, 2, 3, 4].inOrder(make: Self.make) { handed.append($0) }
    #expect(handed == [0, 1, 2, 3, 4])
    try await [Int]().inOrder(make: Self.make) { handed.append($0) }
    #expect(handed.count == 5)
  }

  @Test func `the first error in that order ends it`() async throws {
    var handed: [Int] = []
    await #expect(throws: Refused(number: 5)) {
      try await Array(0..<20).inOrder(make: Self.make) { handed.append($0) }
    }
    #expect(handed == [0, 1, 2, 3, 4])
  }
}
