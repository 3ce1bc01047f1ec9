package import FoundationEssentials
package import Testing

/// What some tests need of the machine.
package enum Requirement {
  /// Where `name` lies in `PATH` or in the folders of system programs; nil when it is nowhere.
  package static func program(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return (path.split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"])
      .map { URL(filePath: $0).appending(component: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Where `name` lies; the test fails when it is absent.
  package static func require(program name: String) throws -> URL {
    try #require(program(name), "\(name) is not installed")
  }

  /// Whether a test must run, and so fail, where what it needs is absent.
  package static var isStrict: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["CI"] != nil || environment["VITALS_REQUIRE_ALL"] != nil
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test where a program is absent, unless `CI` or `VITALS_REQUIRE_ALL` is set.
  ///
  /// `package` is the Debian package that brings the program.
  package static func needs(program name: String, package: String) -> Self {
    .enabled(
      if: Requirement.isStrict || Requirement.program(name) != nil,
      "needs \(name) of the Debian package \(package)"
    )
  }
}
