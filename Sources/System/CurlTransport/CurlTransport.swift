import CCurl
import Glibc
package import HTTP
import Synchronization

/// Sends requests through libcurl: kept connections, HTTP/2 where offered, bounded in every way.
///
/// Redirects are answers here, not followed. Cancelling the task ends its transfer at once.
///
/// One thread owns the multi handle and every transfer; callers only post to its mailbox. So a
/// continuation is resumed once: it lies in the mailbox or in a transfer, each is taken out by
/// that thread alone, and taking it out is what resumes it.
/// Wraps `curl_multi_perform(3)`.
package final class CurlTransport: Transport {
  private let mailbox: Mailbox
  private let thread: Mutex<pthread_t?>

  package init(_ configuration: Configuration = Configuration()) {
    _ = Self.initialisation
    guard let multi = MultiHandle() else {
      mailbox = Mailbox(waking: nil)
      thread = Mutex(nil)
      return
    }
    mailbox = Mailbox(waking: multi)
    thread = Mutex(
      EventLoop.spawn(multi: multi, mailbox: mailbox, configuration: configuration)
    )
  }

  deinit { shutdown() }

  /// Fails what is under way, closes the connections and refuses what comes later.
  package func shutdown() {
    mailbox.close()
    let running = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    if let running { pthread_join(running, nil) }
  }

  package func send(_ request: Request) async throws -> Response {
    if let name = RequestHead.unsafeField(in: request.headers) {
      throw TransportError(
        .other,
        request: request.traceDescription,
        detail: "its header \(String(reflecting: name)) has a character that no header may have"
      )
    }
    let id = mailbox.register()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        mailbox.start(Call(id: id, request: request, continuation: continuation))
      }
    } onCancel: {
      mailbox.cancel(id)
    }
  }

  /// Set up once a process; since libcurl 7.84 this is safe beside other threads.
  private static let initialisation = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
}
