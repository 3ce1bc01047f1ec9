import CCurl

/// A multi handle that other threads may wake.
///
/// `@unchecked`: "`curl_multi_wakeup` … can be called from any thread"; everything else is called
/// by the event loop alone, which frees the handle after the mailbox has forgotten it.
/// https://curl.se/libcurl/c/curl_multi_wakeup.html
@safe
struct MultiHandle: @unchecked Sendable {
  private let raw: UnsafeMutableRawPointer

  init?() {
    guard let raw = unsafe curl_multi_init() else { return nil }
    unsafe self.raw = raw
  }

  func wakeUp() {
    _ = unsafe curl_multi_wakeup(raw)
  }

  func add(_ transfer: Transfer) -> CURLMcode {
    unsafe curl_multi_add_handle(raw, transfer.easy)
  }

  func remove(_ transfer: Transfer) {
    _ = unsafe curl_multi_remove_handle(raw, transfer.easy)
  }

  /// Moves every transfer as far as it goes without waiting.
  func perform() -> CURLMcode {
    var running: Int32 = 0
    return unsafe curl_multi_perform(raw, &running)
  }

  /// Waits for the network, a timer of libcurl, `wakeUp` or `milliseconds`.
  func poll(milliseconds: Int32) -> CURLMcode {
    unsafe curl_multi_poll(raw, nil, 0, milliseconds, nil)
  }

  /// The next transfer that has ended, with its result.
  func nextFinished() -> (id: Int, code: CURLcode)? {
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(raw, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      let easy = unsafe message.pointee.easy_handle
      // "CURLINFO_PRIVATE" is a pointer, and the number in it is the id of the call.
      var id = 0
      _ = unsafe vt_curl_get_private(easy, &id)
      return unsafe (id, message.pointee.data.result)
    }
    return nil
  }

  func free() {
    _ = unsafe curl_multi_cleanup(raw)
  }
}
