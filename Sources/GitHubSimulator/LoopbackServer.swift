import CMicroHTTPD

/// An HTTP/1.1 server on 127.0.0.1 that lives as long as this object.
///
/// Let go of it outside its handler: stopping joins the threads that run the handler. Wraps
/// `MHD_start_daemon(3)`.
@safe package final class LoopbackServer: Sendable {
  /// What a client asked.
  package struct Request: Hashable, Sendable {
    package var method: String
    /// The path with its query, as the client wrote them.
    package var target: String
    /// The fields by their names in lower case; of several with one name, the last.
    package var headers: [String: String] = [:]
    package var body: [UInt8] = []
    /// The client's port; requests that share it came over one connection.
    package var clientPort: UInt16 = 0
  }

  /// What the client is told; the server adds `Content-Length`, `Date` and `Connection`.
  package struct Response: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(
      status: Int = 200,
      headers: [(name: String, value: String)] = [],
      body: [UInt8] = []
    ) {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  /// Answers one request; while it blocks, it holds up one of the server's threads.
  package typealias Handler = @Sendable (Request) -> Response

  // The library locks the daemon itself.
  private nonisolated(unsafe) let daemon: OpaquePointer
  // The threads of the daemon read it without a reference of their own.
  private let box: HandlerBox
  package let port: UInt16

  /// Starts to listen; nil when the port is taken or no thread can be started.
  ///
  /// - Parameters:
  ///   - port: 0 lets the system choose a free one.
  ///   - threads: How many requests are answered at a time.
  ///   - handler: Called on those threads.
  package init?(port: UInt16 = 0, threads: Int = 4, _ handler: @escaping Handler) {
    box = HandlerBox(handler)
    let context = unsafe Unmanaged.passUnretained(box).toOpaque()
    guard
      let daemon = unsafe vt_mhd_start(port, UInt32(threads), context, begin, answer, end)
    else { return nil }
    unsafe self.daemon = daemon
    self.port = unsafe vt_mhd_port(daemon)
  }

  deinit { unsafe MHD_stop_daemon(daemon) }

  /// As in `http://127.0.0.1:40123`.
  package var address: String { "http://127.0.0.1:\(port)" }
}

private final class HandlerBox: Sendable {
  let handle: LoopbackServer.Handler
  init(_ handle: @escaping LoopbackServer.Handler) { self.handle = handle }
}

/// A request as it arrives, from the first callback to the last.
private final class Exchange {
  var request: LoopbackServer.Request
  var hasHead = false
  init(target: String) { request = LoopbackServer.Request(method: "", target: target) }

  static func from(_ pointer: UnsafeMutableRawPointer) -> Exchange {
    unsafe Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
  }
}

/// Called with the request line; the result is the state of the callbacks that follow.
@c
private func begin(
  _: UnsafeMutableRawPointer?,
  _ target: UnsafePointer<CChar>?,
  _: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  let text = unsafe target.map { unsafe String(cString: $0) }
  return unsafe Unmanaged.passRetained(Exchange(target: text ?? "")).toOpaque()
}

/// Called with the head, with each piece of the body, and with size 0 at the end.
@c
private func answer(
  _ context: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?,
  _ piece: UnsafePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard
    let context = unsafe context, let method = unsafe method, let size = unsafe size,
    let state = unsafe state?.pointee
  else { return .NO }
  let exchange = unsafe Exchange.from(state)
  guard exchange.hasHead else {
    exchange.hasHead = true
    exchange.request.method = unsafe String(cString: method)
    exchange.request.clientPort = unsafe vt_mhd_client_port(connection)
    _ = unsafe MHD_get_connection_values(connection, .HEADER_KIND, collect, state)
    return .YES
  }
  guard unsafe size.pointee == 0 else {
    unsafe exchange.request.body += UnsafeRawBufferPointer(start: piece, count: size.pointee)
    unsafe size.pointee = 0
    return .YES
  }
  let box = unsafe Unmanaged<HandlerBox>.fromOpaque(context).takeUnretainedValue()
  return unsafe queue(box.handle(exchange.request), on: connection)
}

private func queue(
  _ response: LoopbackServer.Response,
  on connection: OpaquePointer?
) -> MHD_Result {
  var body = response.body
  let reply = unsafe MHD_create_response_from_buffer(body.count, &body, .RESPMEM_MUST_COPY)
  defer { unsafe MHD_destroy_response(reply) }
  for (name, value) in response.headers {
    guard unsafe MHD_add_response_header(reply, name, value) == .YES else { return .NO }
  }
  return unsafe MHD_queue_response(connection, UInt32(response.status), reply)
}

/// Called for each header field.
@c
private func collect(
  _ state: UnsafeMutableRawPointer?,
  _: MHD_ValueKind,
  _ name: UnsafePointer<CChar>?,
  _ value: UnsafePointer<CChar>?
) -> MHD_Result {
  guard let state = unsafe state, let name = unsafe name else { return .NO }
  let exchange = unsafe Exchange.from(state)
  let key = unsafe String(cString: name).lowercased()
  exchange.request.headers[key] = unsafe value.map { unsafe String(cString: $0) } ?? ""
  return .YES
}

/// Called when the response is sent or the connection is gone.
@c
private func end(
  _: UnsafeMutableRawPointer?,
  _: OpaquePointer?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _: MHD_RequestTerminationCode
) {
  if let known = unsafe state?.pointee {
    unsafe Unmanaged<Exchange>.fromOpaque(known).release()
  }
}
