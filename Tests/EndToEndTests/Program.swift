import Foundation
import Testing

/// A program, run as a process.
struct Program: Sendable {
  let url: URL

  /// Takes the program of this name beside the tests.
  init(_ name: String) {
    url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(component: name)
  }

  /// Takes a program of the system.
  init(at url: URL) {
    self.url = url
  }

  /// What a process said and how it ended.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var talk: String
  }

  /// Starts the program; its pipes are read while it runs.
  func start(
    _ arguments: [String],
    in folder: URL,
    environment: [String: String]
  ) throws -> Running {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    let running = Running(process: process)
    (process.standardOutput, process.standardError) = (running.output, running.talk)
    try process.run()
    return running
  }

  /// Runs the program to its end.
  func run(
    _ arguments: [String],
    in folder: URL,
    environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await start(arguments, in: folder, environment: environment).outcome()
  }

  /// A process that was started.
  struct Running: @unchecked Sendable {
    // The process is started before it is shared, and only waited for and signalled after that.
    let process: Process
    let output = Pipe()
    let talk = Pipe()

    init(process: Process) {
      self.process = process
    }

    /// Waits for the end.
    func outcome() async throws -> Outcome {
      async let output = read(output)
      async let talk = read(talk)
      let (said, told) = await (output, talk)
      process.waitUntilExit()
      return Outcome(status: process.terminationStatus, output: said, talk: told)
    }

    private func read(_ pipe: Pipe) async -> String {
      await withCheckedContinuation { continuation in
        DispatchQueue.global()
          .async {
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            continuation.resume(returning: String(decoding: data, as: UTF8.self))
          }
      }
    }
  }
}
