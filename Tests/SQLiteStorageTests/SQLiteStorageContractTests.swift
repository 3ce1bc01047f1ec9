import SQLiteStorage
import TestSupport
import Testing

struct SQLiteStorageContractTests {
  @Test(arguments: MetricStoreContract.checks)
  func contract(_ check: MetricStoreContract.Check) async throws {
    try await withTemporaryFolder { folder in
      try await check(await SQLiteStorage.open(path: folder.file("vitals.sqlite")))
    }
  }
}
