import Gzip
import Testing

struct GzipTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 300_000])
  func `what is packed unpacks to the same bytes`(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    #expect(try Gzip.unpack(Gzip.pack(bytes), limit: count) == bytes)
  }

  @Test func `the same bytes pack to the same file, in the format of RFC 1952`() throws {
    let packed = try Gzip.pack(Array("vitals".utf8))
    #expect(try packed == Gzip.pack(Array("vitals".utf8)))
    #expect(packed.starts(with: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
  }

  @Test func `a file that is cut off, changed or followed by something is refused`() throws {
    let packed = try Gzip.pack(Array(repeating: 7, count: 1_000))
    var changed = packed
    changed[packed.count - 6] ^= 1
    let cases: [(bytes: [UInt8], words: String)] = [
      ([], "it is cut off"), (packed.dropLast(), "it is cut off"), (changed, "it is damaged"),
      (packed + [0], "something follows its end"), ([1, 2, 3], "it is damaged"),
    ]
    for (bytes, words) in cases {
      let error = #expect(throws: GzipError.self) { try Gzip.unpack(bytes, limit: 10_000) }
      #expect(error?.description == words)
    }
  }

  @Test func `what unpacks to more than the limit is refused`() throws {
    let packed = try Gzip.pack(Array(repeating: 0, count: 1_000_000))
    let error = #expect(throws: GzipError.self) { try Gzip.unpack(packed, limit: 999_999) }
    #expect(error?.description == "it unpacks to too many bytes")
  }
}
