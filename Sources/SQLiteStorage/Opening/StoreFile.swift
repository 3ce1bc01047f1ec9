import Glibc
import Storage

/// A file that may be a store, looked at without SQLite and without changing it.
struct StoreFile {
  /// The parts of the first 100 bytes that say whose file it is.
  ///
  /// https://sqlite.org/fileformat2.html#the_database_header
  struct Header: Hashable {
    var applicationID: Int32
    var version: Int
  }

  let path: String

  /// The header of the file; nil when there is no file or nothing in it yet.
  func header() throws(StoreError) -> Header? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unwritable(path: path, reason: "it is not a file")
    }
    guard status.st_size > 0 else { return nil }
    return try header(in: firstBytes())
  }

  /// Bytes of the file; nil when there is none.
  var size: Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// True when an unfinished run left a log that SQLite will take up.
  var hasLog: Bool {
    ["-wal", "-journal"]
      .contains { suffix in
        var status = stat()
        return stat(path + suffix, &status) == 0 && status.st_size > 0
      }
  }

  private func firstBytes() throws(StoreError) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    return Array(unsafeUninitializedCapacity: 100) { buffer, count in
      count = fread(buffer.baseAddress, 1, 100, file)
    }
  }

  private func header(in bytes: [UInt8]) throws(StoreError) -> Header {
    guard bytes.starts(with: "SQLite format 3\0".utf8) else {
      throw .foreign(path: path, reason: "it is not a SQLite database")
    }
    guard bytes.count == 100 else {
      throw .damaged(path: path, reason: "it ends within its header")
    }
    func number(at offset: Int) -> Int32 {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int32($1) }
    }
    return Header(applicationID: number(at: 68), version: Int(number(at: 60)))
  }
}
