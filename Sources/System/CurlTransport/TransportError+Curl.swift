import CCurl
import HTTP

extension TransportError {
  /// What `code` means here, with libcurl's own sentence.
  init(_ code: CURLcode, text: String, request: String) {
    let detail = text.trimmingSuffix { $0.isWhitespace || $0 == "." }
    self.init(Self.reason(code, text: detail), request: request, detail: detail)
  }

  private static func reason(_ code: CURLcode, text: String) -> Reason {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unresolvedHost
    case CURLE_COULDNT_CONNECT: .connectionRefused
    // The code is that of every time-out; only the sentence tells which.
    case CURLE_OPERATION_TIMEDOUT: text.hasPrefix("Operation too slow") ? .tooSlow : .timedOut
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      .connectionClosed
    // The code is also that of a URL with a foreign scheme; this one is about the answer.
    case CURLE_UNSUPPORTED_PROTOCOL where text.hasPrefix("Received HTTP/0.9"): .malformedResponse
    case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .malformedResponse
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
      .tls
    default: .other
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !matches($0) }) else { return "" }
    return String(self[...last])
  }
}

/// The version of HTTP that a transfer spoke.
enum HTTPVersion {
  /// From `CURLINFO_HTTP_VERSION`.
  static func text(ofCurl version: Int) -> String {
    switch version {
    case CURL_HTTP_VERSION_1_0: "1.0"
    case CURL_HTTP_VERSION_2_0: "2"
    case CURL_HTTP_VERSION_3: "3"
    default: "1.1"
    }
  }
}
