import CurlTransport
import Foundation
import HTTP
import TestSupport
import Testing

@Suite(.needs(program: "nghttpd", package: "nghttp2-server"), .temporaryDirectory)
struct HTTP2Tests {
  @Test func `HTTP/2 is used where the server offers it`() async throws {
    try await withServer(encrypted: true) { server, url in
      let transport = CurlTransport(.local { $0.caFile = server.certificate.path })
      let response = try await transport.send(Request(.get, url))
      #expect(response.httpVersion == "2")
      #expect(response.status == 200)
      #expect(String(decoding: response.body, as: UTF8.self) == "hello")
      #expect(response.headers["content-length"] == "5")
    }
  }

  @Test func `fifty requests at a time are answered over HTTP/2`() async throws {
    try await withServer(encrypted: true) { server, url in
      let transport = CurlTransport(.local { $0.caFile = server.certificate.path })
      try await withThrowingTaskGroup(of: Response.self) { group in
        for _ in 0..<50 { group.addTask { try await transport.send(Request(.get, url)) } }
        for try await response in group { #expect(response.httpVersion == "2") }
      }
    }
  }

  @Test func `a certificate of nobody known is refused`() async throws {
    try await withServer(encrypted: true) { _, url in
      let error = try await failure(of: Request(.get, url), over: CurlTransport(.local()))
      #expect(error.reason == .tls)
    }
  }

  @Test func `HTTP/2 without TLS is spoken on demand only`() async throws {
    try await withServer(encrypted: false) { _, url in
      let transport = CurlTransport(.local { $0.assumesHTTP2 = true })
      #expect(try await transport.send(Request(.get, url)).httpVersion == "2")
      let error = try await failure(of: Request(.get, url), over: CurlTransport(.local()))
      #expect(error.reason == .malformedResponse)
    }
  }

  private func withServer(
    encrypted: Bool,
    _ body: (HTTP2Server, URL) async throws -> Void
  ) async throws {
    let server = try HTTP2Server(in: TemporaryDirectory.current, encrypted: encrypted)
    defer { server.stop() }
    let scheme = encrypted ? "https" : "http"
    try await body(server, #require(URL(string: "\(scheme)://127.0.0.1:\(server.port)/hello")))
  }
}
