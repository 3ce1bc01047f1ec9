package import Foundation

/// What tests do with the files of a folder.
extension URL {
  /// The path of a file in the folder, which need not exist.
  package func file(_ name: String) -> String {
    path + "/" + name
  }

  /// Makes a folder in the folder.
  package func folder(_ name: String) throws -> URL {
    let folder = appending(component: name, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Names of what is in the folder, sorted.
  package func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// The bytes of a file in the folder.
  package func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  /// Puts a file into the folder, in place of one that is there.
  package func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }
}
