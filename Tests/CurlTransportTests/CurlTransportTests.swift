import CurlTransport
import Foundation
import GitHubSimulator
import HTTP
import Synchronization
import Testing

struct CurlTransportTests {
  @Test func `a request arrives whole and its response comes back whole`() async throws {
    let server = try #require(
      LoopbackServer { request in
        LoopbackServer.Response(
          status: 201,
          headers: [
            ("X-Seen", "\(request.method) \(request.target)"), ("X-Twice", "a"), ("X-Twice", "b"),
          ],
          body: request.body + Array((request.headers["x-name"] ?? "").utf8)
        )
      }
    )
    let request = try local(
      .patch,
      port: server.port,
      path: "/a%20b?c=%2B",
      headers: ["X-Name": "é"],
      body: "body "
    )
    let response = try await CurlTransport(.local()).send(request)
    #expect(response.status == 201)
    #expect(response.headers["x-seen"] == "PATCH /a%20b?c=%2B")
    #expect(response.headers.fields.filter { $0.name == "X-Twice" }.map(\.value) == ["a", "b"])
    #expect(String(decoding: response.body, as: UTF8.self) == "body é")
    #expect(response.httpVersion == "1.1")
  }

  static let methods: [(method: String, sentLength: String?)] = [
    ("GET", nil), ("HEAD", nil), ("DELETE", nil), ("POST", "0"), ("PUT", "0"), ("PATCH", "0"),
  ]

  @Test(arguments: methods)
  func `nothing is sent that the caller did not ask for`(
    method: String,
    sentLength: String?
  ) async throws {
    let seen = Mutex<LoopbackServer.Request?>(nil)
    let server = try #require(
      LoopbackServer { request in
        seen.withLock { $0 = request }
        return LoopbackServer.Response(body: request.method == "HEAD" ? [] : [1])
      }
    )
    let request = try local(Request.Method(rawValue: method), port: server.port)
    #expect(try await CurlTransport(.local()).send(request).status == 200)
    let arrived = try #require(seen.withLock { $0 })
    #expect(arrived.method == method)
    #expect(arrived.headers["content-length"] == sentLength)
    #expect(
      Set(arrived.headers.keys).subtracting(["content-length"])
        == ["accept", "accept-encoding", "host"]
    )
  }

  @Test func `a hundred requests at a time are each answered with their own`() async throws {
    let server = try #require(
      LoopbackServer { LoopbackServer.Response(body: Array($0.target.utf8)) }
    )
    let transport = CurlTransport(.local())
    try await withThrowingTaskGroup(of: (Int, Response).self) { group in
      for number in 0..<100 {
        let request = try local(port: server.port, path: "/\(number)")
        group.addTask { (number, try await transport.send(request)) }
      }
      for try await (number, response) in group {
        #expect(String(decoding: response.body, as: UTF8.self) == "/\(number)")
      }
    }
  }

  @Test func `a second request uses the connection of the first`() async throws {
    let server = try #require(
      LoopbackServer { LoopbackServer.Response(body: Array("\($0.clientPort)".utf8)) }
    )
    let transport = CurlTransport(.local())
    let first = try await transport.send(local(port: server.port)).body
    let second = try await transport.send(local(port: server.port)).body
    #expect(first == second)
    let other = try await CurlTransport(.local()).send(local(port: server.port)).body
    #expect(first != other)
  }

  @Test func `no more connections are opened than allowed`() async throws {
    let ports = Mutex<Set<UInt16>>([])
    let server = try #require(
      LoopbackServer { request in
        _ = ports.withLock { $0.insert(request.clientPort) }
        return LoopbackServer.Response()
      }
    )
    let transport = CurlTransport(.local { $0.maximumHostConnections = 2 })
    try await withThrowingTaskGroup(of: Response.self) { group in
      for _ in 0..<20 {
        let request = try local(port: server.port)
        group.addTask { try await transport.send(request) }
      }
      try await group.waitForAll()
    }
    #expect((1...2).contains(ports.withLock(\.count)))
  }

  @Test func `a redirect is an answer`() async throws {
    let server = try #require(
      LoopbackServer { _ in
        LoopbackServer.Response(status: 302, headers: [("Location", "/elsewhere")])
      }
    )
    let response = try await CurlTransport(.local()).send(local(port: server.port))
    #expect(response.status == 302)
    #expect(response.headers["Location"] == "/elsewhere")
  }

  @Test func `a compressed body is given as it was before`() async throws {
    // printf hello | gzip -n
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10,
      0x36, 5, 0, 0, 0,
    ]
    let server = try #require(
      LoopbackServer { request in
        let isOffered = request.headers["accept-encoding"]?.contains("gzip") == true
        return LoopbackServer.Response(
          headers: [("Content-Encoding", "gzip")],
          body: isOffered ? packed : []
        )
      }
    )
    let response = try await CurlTransport(.local()).send(local(port: server.port))
    #expect(String(decoding: response.body, as: UTF8.self) == "hello")
  }

  @Test func `only the fields of the last head are kept, and no trailers`() async throws {
    let server = try #require(
      RawServer(
        reply: "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
          + "HTTP/1.1 200 OK\r\nX-A:  1 \r\nTransfer-Encoding: chunked\r\n\r\n"
          + "2\r\nok\r\n0\r\nX-Trailer: 1\r\n\r\n",
        then: .hold
      )
    )
    let response = try await CurlTransport(.local()).send(local(port: server.port))
    #expect(response.status == 200)
    #expect(response.headers.fields.map(\.name) == ["X-A", "Transfer-Encoding"])
    #expect(response.headers["X-A"] == "1")
    #expect(response.body == Array("ok".utf8))
  }
}
