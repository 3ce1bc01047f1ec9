import Foundation
import Testing

/// The simulator as a process of its own, which ends with the object that started it.
final class SimulatorProcess: Sendable {
  private let process = Process()
  private let input = Pipe()
  /// What leads `vitals` to it, and nothing else that a shell would have.
  let environment: [String: String]

  init(now: String) throws {
    let output = Pipe()
    process.executableURL = Program("github-simulator").url
    process.arguments = ["--token", "demo", "--now", now, "--until-eof"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // It says where it listens once it does.
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    var environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GITHUB_TOKEN": "demo"]
    for pair in line.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      environment[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    try #require(environment["GITHUB_API_URL"] != nil, "the simulator said “\(line)”")
    self.environment = environment
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
