import Glibc
import Synchronization

/// A TCP server on 127.0.0.1 that misbehaves as told; it serves until it is let go of.
///
/// Each connection waits for a request head, gets `reply`, and is then closed or held open.
final class RawServer: Sendable {
  enum Ending: Sendable { case close, hold }

  let port: UInt16
  private let listener: Int32
  private let connections = Mutex<[Int32]>([])

  init?(reply: String, then ending: Ending) {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { [listener] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isBound else { return nil }
    startThread { [weak self, listener] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        guard let self else { return }
        connections.withLock { $0.append(connection) }
        guard !reply.isEmpty else { continue }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        _ = recv(connection, &buffer, buffer.count, 0)
        _ = reply.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        if ending == .close { Glibc.shutdown(connection, Int32(SHUT_WR)) }
      }
    }
  }

  deinit {
    // Wakes the thread that waits in `accept`.
    Glibc.shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    for connection in connections.withLock({ $0 }) { close(connection) }
  }

  /// Connections so far.
  var connectionCount: Int { connections.withLock(\.count) }
}

private func startThread(_ work: @escaping @Sendable () -> Void) {
  final class Box: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(work))
  pthread_create(
    &thread,
    nil,
    { context in
      if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work() }
      return nil
    },
    box.toOpaque()
  )
  pthread_detach(thread)
}
