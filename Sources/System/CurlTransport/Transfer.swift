import CCurl
import FoundationEssentials
import HTTP

/// One request under way: an easy handle, and the buffers its callbacks fill.
///
/// Only the thread of the event loop touches it. Wraps `curl_easy_init(3)`.
@safe
final class Transfer {
  let call: Call
  let easy: UnsafeMutableRawPointer
  private var fields: UnsafeMutablePointer<curl_slist>?
  /// Where libcurl writes its sentence; the handle keeps the address, so this is not an array.
  private let errorText: UnsafeMutablePointer<CChar>
  private let maximumBodyBytes: Int
  private var head = HeadReader()
  private var body: [UInt8] = []
  private var isTooLarge = false

  init(
    _ call: Call,
    configuration: CurlTransport.Configuration
  ) throws(TransportError) {
    guard let easy = unsafe curl_easy_init() else {
      throw TransportError(
        .other,
        request: call.request.traceDescription,
        detail: "libcurl has no memory for the transfer"
      )
    }
    self.call = call
    unsafe self.easy = easy
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    maximumBodyBytes = configuration.maximumBodyBytes
    set(limits: configuration)
    set(request: call.request)
    setReceivers()
  }

  deinit {
    unsafe curl_easy_cleanup(easy)
    unsafe curl_slist_free_all(fields)
    unsafe errorText.deallocate()
  }

  /// What the caller gets once libcurl has ended the transfer with `code`.
  func result(_ code: CURLcode) -> Result<Response, any Error> {
    guard code == CURLE_OK else { return .failure(error(code)) }
    // libcurl takes a connection that closes within the head for the end of an empty body.
    guard head.isOver else {
      return .failure(
        TransportError(
          .connectionClosed,
          request: call.request.traceDescription,
          detail: "the connection closed within the head of the response"
        )
      )
    }
    return .success(
      Response(
        status: info(CURLINFO_RESPONSE_CODE),
        headers: head.headers,
        body: body,
        httpVersion: HTTPVersion.text(ofCurl: info(CURLINFO_HTTP_VERSION))
      )
    )
  }

  private func error(_ code: CURLcode) -> TransportError {
    if isTooLarge {
      return TransportError(
        .bodyTooLarge,
        request: call.request.traceDescription,
        detail: "the body is larger than \(maximumBodyBytes) bytes"
      )
    }
    let written = unsafe String(cString: errorText)
    let text = written.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : written
    return TransportError(code, text: text, request: call.request.traceDescription)
  }

  private func info(_ info: CURLINFO) -> Int {
    var value = 0
    _ = unsafe vt_curl_get_long(easy, info, &value)
    return value
  }
}

// MARK: - Options

extension Transfer {
  private func set(_ option: CURLoption, _ value: Int) {
    _ = unsafe vt_curl_set_long(easy, option, value)
  }

  private func set(_ option: CURLoption, _ value: String) {
    _ = unsafe vt_curl_set_string(easy, option, value)
  }

  private func set(limits: CurlTransport.Configuration) {
    // Time-outs must not use signals, which belong to the whole program.
    set(CURLOPT_NOSIGNAL, 1)
    // Otherwise a cancellation waits for the thread that looks up the name.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout.milliseconds)
    set(CURLOPT_TIMEOUT_MS, limits.totalTimeout.milliseconds)
    set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeedBytesPerSecond)
    set(CURLOPT_LOW_SPEED_TIME, max(1, limits.lowSpeedSeconds))
    set(
      CURLOPT_HTTP_VERSION,
      limits.assumesHTTP2 ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE : CURL_HTTP_VERSION_2TLS
    )
    // A request waits to learn whether the connection being opened can carry it too.
    set(CURLOPT_PIPEWAIT, 1)
    if let file = limits.caFile { set(CURLOPT_CAINFO, file) }
    if !limits.usesProxies { set(CURLOPT_PROXY, "") }
  }

  private func set(request: Request) {
    set(CURLOPT_URL, request.url.absoluteString)
    // "" offers every encoding that libcurl can undo.
    set(CURLOPT_ACCEPT_ENCODING, "")
    for line in RequestHead.lines(for: request) {
      unsafe fields = curl_slist_append(fields, line)
    }
    _ = unsafe vt_curl_set_pointer(easy, CURLOPT_HTTPHEADER, fields)
    if request.method.rawValue == "HEAD" {
      return set(CURLOPT_NOBODY, 1)
    }
    guard request.method != .get || !request.body.isEmpty else { return }
    // On a kept connection that turns out to be dead libcurl sends a request again by itself, although
    // the server may have carried it out (`Curl_retry_request` in lib/transfer.c).
    if request.isWrite { set(CURLOPT_FRESH_CONNECT, 1) }
    if !request.body.isEmpty || request.method.expectsBody {
      _ = unsafe vt_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, request.body.count)
      unsafe request.body.withUnsafeBytes { bytes in
        // The bytes are copied; the size must be known before.
        _ = unsafe vt_curl_set_pointer(
          easy,
          CURLOPT_COPYPOSTFIELDS,
          UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        )
      }
      set(CURLOPT_POST, 1)
    }
    set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
  }

  private func setReceivers() {
    _ = unsafe vt_curl_set_private(easy, call.id)
    _ = unsafe vt_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
    // The handle is freed in `deinit`, so the transfer outlives every callback.
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe vt_curl_set_receiver(easy, CURLOPT_HEADERFUNCTION, receiveHead)
    _ = unsafe vt_curl_set_pointer(easy, CURLOPT_HEADERDATA, owner)
    _ = unsafe vt_curl_set_receiver(easy, CURLOPT_WRITEFUNCTION, receiveBody)
    _ = unsafe vt_curl_set_pointer(easy, CURLOPT_WRITEDATA, owner)
  }
}

// MARK: - Callbacks

extension Transfer {
  fileprivate func receive(headLine line: UnsafeRawBufferPointer) {
    unsafe head.read(line)
  }

  /// Gives how many bytes it took: another number than `count` makes libcurl stop.
  fileprivate func receive(bodyPiece piece: UnsafeRawBufferPointer) -> Int {
    guard piece.count <= maximumBodyBytes - body.count else {
      isTooLarge = true
      return 0
    }
    unsafe body.append(contentsOf: piece)
    return piece.count
  }
}

/// Called once for each line of a head, with its line break.
@c
private func receiveHead(
  _ bytes: UnsafeMutablePointer<CChar>?,
  _: Int,
  _ count: Int,
  _ owner: UnsafeMutableRawPointer?
) -> Int {
  guard let owner = unsafe owner else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
  unsafe transfer.receive(headLine: UnsafeRawBufferPointer(start: bytes, count: count))
  return count
}

/// Called for each piece of the decompressed body.
@c
private func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>?,
  _: Int,
  _ count: Int,
  _ owner: UnsafeMutableRawPointer?
) -> Int {
  guard let owner = unsafe owner else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
  return unsafe transfer.receive(bodyPiece: UnsafeRawBufferPointer(start: bytes, count: count))
}
