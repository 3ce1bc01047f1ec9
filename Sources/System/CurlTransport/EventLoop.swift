import CCurl
import Glibc
import HTTP

/// Runs every transfer of a transport on the thread that calls ``run()``.
final class EventLoop {
  private let multi: MultiHandle
  private let mailbox: Mailbox
  private let configuration: CurlTransport.Configuration
  private var transfers: [Int: Transfer] = [:]

  private init(multi: MultiHandle, mailbox: Mailbox, configuration: CurlTransport.Configuration) {
    self.multi = multi
    self.mailbox = mailbox
    self.configuration = configuration
    multi.set(CURLMOPT_MAX_HOST_CONNECTIONS, configuration.maximumHostConnections)
  }

  /// Runs a loop on a thread of its own, to be joined; nil when the system gives no thread.
  ///
  /// Foundation's `Thread` cannot be joined and would bring all of Foundation with it.
  static func spawn(
    multi: MultiHandle,
    mailbox: Mailbox,
    configuration: CurlTransport.Configuration
  ) -> pthread_t? {
    let loop = EventLoop(multi: multi, mailbox: mailbox, configuration: configuration)
    let retained = unsafe Unmanaged.passRetained(loop)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread,
      nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<EventLoop>.fromOpaque(context).takeRetainedValue().run()
        return nil
      },
      retained.toOpaque()
    )
    guard code != 0 else { return thread }
    unsafe retained.takeRetainedValue().end(because: "no thread could be started for the network")
    return nil
  }

  /// Works until the mailbox closes.
  private func run() {
    while let commands = mailbox.takeAll() {
      for command in commands {
        switch command {
        case .start(let call): start(call)
        case .cancel(let id): take(id)?.resume(with: .failure(CancellationError()))
        }
      }
      var code = multi.perform()
      finishTransfers()
      // Posting wakes the loop, so the limit is only a net below.
      if code == CURLM_OK { code = multi.poll(milliseconds: 60_000) }
      guard code == CURLM_OK else {
        return end(because: unsafe String(cString: curl_multi_strerror(code)))
      }
    }
    end(because: "the network transport was shut down")
  }

  /// Fails every call that still waits and frees the handles.
  private func end(because detail: String) {
    mailbox.disconnect()
    for id in transfers.keys { take(id)?.fail(.other, detail) }
    for case .start(let call) in mailbox.takeAll() ?? [] { call.fail(.other, detail) }
    multi.free()
  }

  private func start(_ call: Call) {
    let transfer: Transfer
    do throws(TransportError) {
      transfer = try Transfer(call, configuration: configuration)
    } catch {
      return call.resume(with: .failure(error))
    }
    let code = multi.add(transfer)
    guard code == CURLM_OK else {
      return call.fail(.other, unsafe String(cString: curl_multi_strerror(code)))
    }
    transfers[call.id] = transfer
  }

  private func finishTransfers() {
    while let (id, code) = multi.nextFinished() {
      guard let transfer = transfers[id] else { continue }
      let result = transfer.result(code)
      take(id)?.resume(with: result)
    }
  }

  /// Takes a transfer out of the multi handle and frees it; nil when it has ended before.
  private func take(_ id: Int) -> Call? {
    guard let transfer = transfers.removeValue(forKey: id) else { return nil }
    multi.remove(transfer)
    return transfer.call
  }
}
