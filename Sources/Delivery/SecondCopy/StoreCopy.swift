package import Model

/// A store as it travels to a branch and back.
package struct StoreCopy: Hashable, Sendable {
  /// The digest of what it knows, which tells whether another copy is worth its requests.
  package var content: String
  /// The database in the gzip format.
  package var packed: [UInt8]
  /// When the run began that wrote it.
  package var writtenAt: Timestamp

  package init(content: String, packed: [UInt8], writtenAt: Timestamp) {
    self.content = content
    self.packed = packed
    self.writtenAt = writtenAt
  }
}

extension StoreCopy {
  /// Bytes of one file of the branch; GitHub takes up to 100 MB, a request of ours is smaller.
  static let partSize = 8 << 20

  /// The files of the copy, one unless it is large, by name.
  func parts(of size: Int = partSize) -> [(name: String, bytes: ArraySlice<UInt8>)] {
    guard packed.count > size else { return [("vitals.sqlite.gz", packed[...])] }
    return stride(from: 0, to: packed.count, by: size).enumerated()
      .map { index, start in
        let number = String(index + 1)
        let digits = String(repeating: "0", count: max(0, 3 - number.count)) + number
        return ("vitals.sqlite.gz.\(digits)", packed[start..<min(start + size, packed.count)])
      }
  }
}
