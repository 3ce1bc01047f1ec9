import CCurl
import Glibc
import HTTP
import Resilience

/// Runs every transfer of a transport on the thread that calls ``run()``.
final class EventLoop {
  private let multi: MultiHandle
  private let mailbox: Mailbox
  private let configuration: CurlTransport.Configuration
  private var transfers: [Int: Transfer] = [:]
  /// Calls that wait for one to the same origin to end.
  ///
  /// `CURLMOPT_MAX_HOST_CONNECTIONS` is not used: libcurl 7.88 now and then leaves a transfer that
  /// waits for a connection asleep until its connect time-out.
  private var waiting: [Int: Call] = [:]
  private var queues: [Origin?: AdmissionQueue] = [:]

  private init(multi: MultiHandle, mailbox: Mailbox, configuration: CurlTransport.Configuration) {
    self.multi = multi
    self.mailbox = mailbox
    self.configuration = configuration
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
    for call in waiting.values { call.fail(.other, detail) }
    waiting = [:]
    for id in transfers.keys { take(id)?.fail(.other, detail) }
    for case .start(let call) in mailbox.takeAll() ?? [] { call.fail(.other, detail) }
    multi.free()
  }

  private func start(_ call: Call) {
    let queue = AdmissionQueue(limit: configuration.maximumHostConnections)
    let origin = Origin(call.request.url)
    if queues[origin, default: queue].arrive(call.id, priority: call.request.priority) {
      begin(call)
    } else {
      waiting[call.id] = call
    }
  }

  private func begin(_ call: Call) {
    do throws(TransportError) {
      let transfer = try Transfer(call, configuration: configuration)
      let code = multi.add(transfer)
      guard code == CURLM_OK else {
        let detail = unsafe String(cString: curl_multi_strerror(code))
        throw TransportError(.other, request: call.request.traceDescription, detail: detail)
      }
      transfers[call.id] = transfer
    } catch {
      call.resume(with: .failure(error))
      beginNext(after: call)
    }
  }

  private func beginNext(after call: Call) {
    let next = queues[Origin(call.request.url)]?.leave()
    if let call = next.flatMap({ waiting.removeValue(forKey: $0) }) { begin(call) }
  }

  private func finishTransfers() {
    while let (id, code) = multi.nextFinished() {
      guard let transfer = transfers[id] else { continue }
      let result = transfer.result(code)
      take(id)?.resume(with: result)
    }
  }

  /// Takes a call out of the loop and lets the next one in; nil when it has ended before.
  private func take(_ id: Int) -> Call? {
    if let call = waiting.removeValue(forKey: id) {
      _ = queues[Origin(call.request.url)]?.abandon(id)
      return call
    }
    guard let transfer = transfers.removeValue(forKey: id) else { return nil }
    multi.remove(transfer)
    beginNext(after: transfer.call)
    return transfer.call
  }
}
