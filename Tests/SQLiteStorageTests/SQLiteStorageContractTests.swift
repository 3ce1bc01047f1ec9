import Foundation
import SQLiteStorage
import TestSupport
import Testing

@Suite(.temporaryDirectory)
struct SQLiteStorageContractTests {
  @Test(arguments: MetricStoreContract.checks)
  func contract(_ check: MetricStoreContract.Check) async throws {
    let path = TemporaryDirectory.current.file("\(UUID()).sqlite")
    try await check(await SQLiteStorage.open(path: path))
  }
}
