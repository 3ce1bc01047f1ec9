import CZlib

/// Packs bytes in the gzip format, the same bytes for the same input.
///
/// https://www.rfc-editor.org/rfc/rfc1952; the header carries neither a name nor a time.
package enum Gzip {
  /// 15 bits of window, and 16 for the gzip header instead of zlib's.
  private static let window: Int32 = 15 + 16
  private static let chunk = 1 << 16

  /// The bytes as a gzip file.
  ///
  /// - Throws: ``GzipError`` when zlib lacks memory.
  package static func pack(_ bytes: [UInt8]) throws(GzipError) -> [UInt8] {
    try unsafe run(
      on: bytes,
      limit: .max,
      start: { stream in
        unsafe deflateInit2_(
          &stream,
          Z_BEST_COMPRESSION,
          Z_DEFLATED,
          window,
          9,
          Z_DEFAULT_STRATEGY,
          ZLIB_VERSION,
          Int32(MemoryLayout<z_stream>.size)
        )
      },
      step: { stream in unsafe deflate(&stream, Z_FINISH) },
      end: { stream in unsafe deflateEnd(&stream) }
    )
  }

  /// What a gzip file holds, its checksum compared.
  ///
  /// - Parameters:
  ///   - bytes: One whole file.
  ///   - limit: The most bytes to unpack, against files made to fill the memory.
  /// - Returns: The bytes that were packed.
  /// - Throws: ``GzipError`` when it is damaged, cut off, followed by something else, or too large.
  package static func unpack(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    try unsafe run(
      on: bytes,
      limit: limit,
      start: { stream in
        unsafe inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      },
      step: { stream in unsafe inflate(&stream, Z_NO_FLUSH) },
      end: { stream in unsafe inflateEnd(&stream) }
    )
  }

  private static func run(
    on bytes: [UInt8],
    limit: Int,
    start: (inout z_stream) -> Int32,
    step: (inout z_stream) -> Int32,
    end: (inout z_stream) -> Int32
  ) throws(GzipError) -> [UInt8] {
    guard bytes.count <= Int(UInt32.max) else {
      throw GzipError("there are too many bytes for zlib")
    }
    var stream = unsafe z_stream()
    guard unsafe start(&stream) == Z_OK else { throw GzipError("zlib lacks memory") }
    defer { _ = unsafe end(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    let failure: GzipError? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = UInt32(source.count)
      while true {
        let code = unsafe buffer.withUnsafeMutableBufferPointer { target in
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          return unsafe step(&stream)
        }
        let count = unsafe chunk - Int(stream.avail_out)
        guard output.count + count <= limit else {
          return GzipError("it unpacks to too many bytes")
        }
        output += buffer.prefix(count)
        switch code {
        case Z_STREAM_END:
          return unsafe stream.avail_in == 0 ? nil : GzipError("something follows its end")
        case Z_OK where count > 0: continue
        case Z_OK, Z_BUF_ERROR: return GzipError("it is cut off")
        default: return GzipError("it is damaged")
        }
      }
    }
    if let failure { throw failure }
    return output
  }
}
