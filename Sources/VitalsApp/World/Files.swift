import FoundationEssentials
import Glibc

/// The files that commands read and write by name.
enum Files {
  /// The bytes of a file; nil when there is none.
  ///
  /// - Throws: ``AppFailure`` when it exists and cannot be read, or is a folder.
  static func read(_ path: String) throws -> [UInt8]? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    guard !isFolder else {
      throw AppFailure(.usage, "\(path) is a folder; name the files in it.")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw AppFailure(.usage, "The file \(path) cannot be read; check its permissions.")
    }
    return Array(data)
  }

  /// Writes a file, and the folders above it, in one step: a reader sees the old or the new one.
  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Writes bytes as ``write(_:to:)`` does a text.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw AppFailure(
        .usage,
        "The file \(path) cannot be written; check the folder and its permissions."
      )
    }
  }

  /// Gives a file another name; one that has it already is replaced.
  static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else {
      throw AppFailure(
        .usage,
        "The file \(path) cannot be renamed to \(target); check the folder and its permissions."
      )
    }
  }

  /// Removes files that may be there.
  static func remove(_ paths: [String]) {
    for path in paths { unlink(path) }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Adds text to the end of a file, given what it holds already in bytes.
  static func append(to path: String, _ text: (_ size: Int) -> String) throws {
    let kept = try read(path) ?? []
    let addition = text(kept.count)
    guard !addition.isEmpty else { return }
    do {
      try Data(kept + addition.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw AppFailure(.failure, "The file \(path) cannot be added to; check its permissions.")
    }
  }
}
