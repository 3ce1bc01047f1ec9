import Foundation
import TestSupport
import Testing

/// Runs the commands of the documentation as they stand there, against the simulator.
@Suite(.temporaryDirectory)
struct ExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let commands = root.appending(path: "docs/examples/commands")
  private static let now = "2026-04-01T06:00:00Z"

  private var folder: URL { TemporaryDirectory.current }

  /// Runs an example in the folder, where `vitals` is on the path and in the folder itself.
  private func run(_ name: String) async throws -> Program.Outcome {
    let simulator = try SimulatorProcess(now: Self.now)
    var environment = simulator.environment
    environment["PATH"] = "\(folder.path)/bin:/usr/bin:/bin"
    environment["GITHUB_REPOSITORY"] = "octo-org/octo-repo"
    try prepare()
    let collect = try await Program(at: folder.appending(path: "vitals"))
      .run(["collect"], in: folder, environment: environment)
    try #require(collect.status == 0, "\(collect.talk)")
    let text = try String(contentsOf: Self.commands.appending(path: name), encoding: .utf8)
      .replacing("…", with: "demo").replacing("/srv/vitals", with: folder.path)
    return try await Program(at: URL(filePath: "/bin/bash"))
      .run(["-euo", "pipefail", "-c", text], in: folder, environment: environment)
  }

  /// Puts the program, the templates, a token and a release into the folder.
  private func prepare() throws {
    let bin = try folder.folder("bin")
    let program = "#!/bin/sh\nexec '\(Program("vitals").url.path)' \"$@\" --now \(Self.now)\n"
    try script(program, at: bin.file("vitals"))
    try script(program, at: folder.file("vitals"))
    try script(Self.curl, at: bin.file("curl"))
    try folder.write(Array("demo\n".utf8), to: "token")
    try FileManager.default.copyItem(
      atPath: Self.root.appending(path: "templates").path,
      toPath: folder.file("templates")
    )
  }

  private func script(_ text: String, at path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// Stands in for curl: packs the program of the folder as a release, and its checksum.
  private static let curl = """
    #!/bin/sh
    for url; do
      case "$url" in
        https://github.com/OWNER/repo-vitals/releases/download/*.tar.gz)
          file=${url##*/}
          folder=${file%.tar.gz}
          mkdir "$folder" && cp bin/vitals "$folder/" && tar -czf "$file" "$folder"
          sha256sum "$file" >"$file.sha256"
          ;;
      esac
    done
    """

  @Test(arguments: [
    ("look.sh", "Health of octo-repo"), ("store.sh", "octo-org/octo-repo"), ("settings.sh", ""),
    ("templates.sh", ""), ("cron.sh", ""), ("download.sh", "vitals 0."), ("copy.sh", ""),
  ])
  func `an example does what the page says`(name: String, says text: String) async throws {
    let outcome = try await run(name)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.output.contains(text) || text.isEmpty, "\(outcome.output)")
  }

  @Test(.needs(program: "sqlite3", package: "sqlite3"))
  func `the store can be looked into`() async throws {
    let outcome = try await run("inside.sh")
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.output.contains("|"))
    #expect(try folder.names().filter { ["facts.txt", "vitals.sql"].contains($0) }.count == 2)
  }

  @Test func `the lists of packages are those that are installed`() throws {
    let bootstrap = try String(
      contentsOf: Self.root.appending(path: "script/bootstrap"),
      encoding: .utf8
    )
    let build = try #require(bootstrap.firstMatch(of: /(?m)^build=\((.*)\)$/)).output.1
    let test = try #require(bootstrap.firstMatch(of: /(?m)^test=\((.*)\)$/)).output.1
    for (file, packages) in [
      ("packages.sh", "\(build)"), ("packages-of-tests.sh", "\(build) \(test)"),
    ] {
      let text = try String(contentsOf: Self.commands.appending(path: file), encoding: .utf8)
      #expect(text == "sudo apt-get install \(packages)\n")
    }
  }

  @Test func `a script of the repository that an example names exists`() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.commands.path) {
      let text = try String(contentsOf: Self.commands.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /(?m)^script\/[a-z-]+/) {
        let path = Self.root.appending(path: String(match.output)).path
        #expect(FileManager.default.isExecutableFile(atPath: path), "\(name) names \(path)")
      }
    }
  }
}
