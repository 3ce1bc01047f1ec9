import Foundation
import TestSupport
import Testing

/// `nghttpd` on 127.0.0.1 with one file, `/hello`; it serves until ``stop()``.
struct HTTP2Server {
  let port: UInt16
  /// The PEM file that a client must trust.
  let certificate: URL
  private let process: Process

  /// Puts key, certificate and document in `folder`.
  ///
  /// Where `encrypted`, it offers HTTP/2 in the TLS handshake; otherwise it assumes it.
  init(in folder: URL, encrypted: Bool) throws {
    certificate = folder.appending(component: "certificate.pem")
    let key = folder.appending(component: "key.pem")
    try Self.makeCertificate(certificate, key: key)
    try Data("hello".utf8).write(to: folder.appending(component: "hello"))
    port = try #require(RawServer(reply: "", then: .hold)).port
    let output = Pipe()
    process = Process()
    process.executableURL = try Requirement.require(program: "nghttpd")
    process.arguments =
      ["--verbose", "--address=127.0.0.1", "--htdocs=\(folder.path)", "\(port)"]
      + (encrypted ? [key.path, certificate.path] : ["--no-tls"])
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It says that it listens before it does anything else.
    let greeting = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    try #require(greeting.contains("listen 127.0.0.1:\(port)"), "\(greeting)")
  }

  func stop() {
    // Not `terminate()`: a child of a worker thread inherits its mask, which blocks SIGTERM.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func makeCertificate(_ certificate: URL, key: URL) throws {
    let openssl = Process()
    openssl.executableURL = try Requirement.require(program: "openssl")
    openssl.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", key.path, "-out", certificate.path, "-days", "2", "-subj", "/CN=localhost",
      "-addext", "subjectAltName=IP:127.0.0.1",
    ]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    try #require(openssl.terminationStatus == 0)
  }
}
