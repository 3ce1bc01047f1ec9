import Storage
import TestSupport
import Testing

struct MemoryStoreTests {
  @Test(arguments: MetricStoreContract.checks)
  func contract(_ check: MetricStoreContract.Check) async throws {
    try await check(MemoryStore())
  }
}
