import Synchronization

/// Where ``ResponseCache`` keeps answers between runs.
package protocol ResponseStore: Sendable {
  /// The answer kept for `key`, nil when there is none.
  func response(for key: String) async throws -> StoredResponse?

  /// Keeps an answer in place of the one before; a bounded store lets the oldest go.
  func keep(_ response: StoredResponse, for key: String) async throws
}

/// A 200 with what is needed to ask whether it still holds.
package struct StoredResponse: Hashable, Sendable {
  /// As it was sent, with its quotes and its `W/`.
  package var etag: String?
  package var lastModified: String?
  /// Where the neighbouring pages are, which may change while the body does not.
  package var link: String?
  package var body: [UInt8]

  package init(etag: String?, lastModified: String?, link: String?, body: [UInt8]) {
    self.etag = etag
    self.lastModified = lastModified
    self.link = link
    self.body = body
  }
}

/// Answers that are kept as long as the program runs.
package final class MemoryResponses: ResponseStore {
  private let responses = Mutex<[String: StoredResponse]>([:])

  package init() {}

  package func response(for key: String) -> StoredResponse? {
    responses.withLock { $0[key] }
  }

  package func keep(_ response: StoredResponse, for key: String) {
    responses.withLock { $0[key] = response }
  }
}
