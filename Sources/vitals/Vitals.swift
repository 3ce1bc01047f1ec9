import CurlTransport
import Foundation
import Model
import Synchronization
import VitalsApp

/// The process: hands the arguments and the world to the program, and ends with its status.
@main
struct Vitals {
  static func main() async {
    // A reader that went away is an ordinary error of the write.
    signal(SIGPIPE, SIG_IGN)
    let output = Output()
    let world = World(
      variables: ProcessInfo.processInfo.environment,
      now: Timestamp(seconds: Int(Date().timeIntervalSince1970)),
      input: { Array(FileHandle.standardInput.readDataToEndOfFile()) },
      output: { output.write($0) },
      talk: { write($0, to: STDERR_FILENO) },
      isTerminal: isatty(STDERR_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      transport: CurlTransport(),
      ask: isatty(STDIN_FILENO) == 1 ? Self.ask : nil
    )
    let arguments = Array(CommandLine.arguments.dropFirst())
    let work = Task(name: "vitals") { await App.run(arguments, in: world) }
    let sources = [SIGINT, SIGTERM]
      .map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { work.cancel() }
        source.activate()
        return source
      }
    let status = await work.value
    withExtendedLifetime(sources) { exit((output.report() ?? status).rawValue) }
  }

  /// Shows a question where progress is shown, and waits for a line.
  @Sendable private static func ask(_ question: String) -> String? {
    write(question, to: STDERR_FILENO)
    return readLine()
  }

  /// Standard output, and why it could not be written.
  private final class Output: Sendable {
    private let failure = Mutex<Int32>(0)

    func write(_ text: String) {
      let code = Vitals.write(text, to: STDOUT_FILENO)
      failure.withLock { if $0 == 0 { $0 = code } }
    }

    /// Says what was lost; nil when nothing was, or when the reader wanted no more.
    func report() -> ExitStatus? {
      let code = failure.withLock { $0 }
      guard code != 0, code != EPIPE else { return nil }
      Vitals.write(
        "error: The output cannot be written: \(String(cString: strerror(code))); "
          + "make room for it or write it elsewhere.\n",
        to: STDERR_FILENO
      )
      return .lostOutput
    }
  }

  /// Writes everything, however many calls it takes.
  ///
  /// - Returns: 0, or the number of the error that ended it.
  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
