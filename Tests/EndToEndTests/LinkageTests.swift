import Foundation
import TestSupport
import Testing

/// What the program needs of a machine, as far as its file and its manifest tell.
@Suite(.temporaryDirectory)
struct LinkageTests {
  /// C libraries that come with the six Debian packages of the manifest, less their versions.
  private static let libraries: Set<String> = [
    "libcmark-gfm", "libcmark-gfm-extensions", "libcurl", "libsqlite3", "libyaml-0", "libz",
  ]
  /// What a Swift program on Linux needs anyway.
  private static let platform: Set<String> = [
    "ld-linux-x86-64", "ld-linux-aarch64", "libc", "libdl", "libgcc_s", "libm", "libpthread",
    "libstdc++", "libBlocksRuntime", "libdispatch",
  ]

  @Test(.needs(program: "objdump", package: "binutils"))
  func `the program links the libraries of five C packages, and not the simulator's`()
    async throws
  {
    let objdump = try Requirement.require(program: "objdump")
    let outcome = try await Program(at: objdump)
      .run(["-p", Program("vitals").url.path], in: TemporaryDirectory.current)
    #expect(outcome.status == 0)
    let needed = outcome.output.matches(of: /NEEDED +(.+?)\.so/).map { String($0.1) }
    let own = needed.filter { !$0.hasPrefix("lib_") && !$0.hasPrefix("libswift") }
      .filter { !$0.hasPrefix("libFoundation") && !$0.hasPrefix("lib_Foundation") }
    #expect(Set(own).subtracting(Self.platform) == Self.libraries)
    #expect(!outcome.output.contains("microhttpd"))
  }

  @Test(.needs(program: "swift", package: "swiftlang"))
  func `the program's targets name no other system library`() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    // The build that runs the tests holds the lock of its own folder.
    let outcome = try await Program(at: try Requirement.require(program: "swift"))
      .run(
        ["package", "--package-path", root.path, "--scratch-path", "scratch", "dump-package"],
        in: TemporaryDirectory.current,
        environment: ProcessInfo.processInfo.environment
      )
    #expect(outcome.status == 0, "\(outcome.talk)")
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(outcome.output.utf8))
    let reached = manifest.targets(reachedFrom: "vitals")
    #expect(reached.count { $0.type == "regular" } > 10)
    #expect(
      Set(reached.filter { $0.type == "system" }.map(\.name))
        == ["CCommonMark", "CCurl", "CSQLite", "CYAML", "CZlib"]
    )
    let linked = reached.flatMap(\.linkedLibraries)
    #expect(Set(linked) == ["cmark-gfm", "cmark-gfm-extensions", "curl", "sqlite3", "yaml", "z"])
  }
}

/// What `swift package dump-package` says of the targets.
private struct Manifest: Decodable {
  struct Target: Decodable {
    struct Dependency: Decodable {
      /// A name and a condition.
      var byName: [String?]?
    }

    struct Setting: Decodable {
      struct Kind: Decodable {
        struct Library: Decodable {
          var name: String

          private enum CodingKeys: String, CodingKey { case name = "_0" }
        }

        var linkedLibrary: Library?
      }

      var kind: Kind
    }

    var name: String
    var type: String
    var dependencies: [Dependency]
    var settings: [Setting]

    var linkedLibraries: [String] { settings.compactMap { $0.kind.linkedLibrary?.name } }
  }

  var targets: [Target]

  /// A target with everything it depends on.
  func targets(reachedFrom name: String) -> [Target] {
    var reached: [Target] = []
    var names = [name]
    while let name = names.popLast() {
      guard
        !reached.contains(where: { $0.name == name }),
        let target = targets.first(where: { $0.name == name })
      else { continue }
      reached.append(target)
      names += target.dependencies.compactMap { $0.byName?.first ?? nil }
    }
    return reached
  }
}
