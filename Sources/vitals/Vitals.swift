import CurlTransport
import Foundation
import Model
import VitalsApp

/// The process: hands the arguments and the world to the program, and ends with its status.
@main
struct Vitals {
  static func main() async {
    // A reader that went away is an ordinary error of the write.
    signal(SIGPIPE, SIG_IGN)
    let world = World(
      variables: ProcessInfo.processInfo.environment,
      now: Timestamp(seconds: Int(Date().timeIntervalSince1970)),
      output: { write($0, to: STDOUT_FILENO) },
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
    withExtendedLifetime(sources) { exit(status.rawValue) }
  }

  /// Shows a question where progress is shown, and waits for a line.
  @Sendable private static func ask(_ question: String) -> String? {
    write(question, to: STDERR_FILENO)
    return readLine()
  }

  /// Writes everything, however many calls it takes.
  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
