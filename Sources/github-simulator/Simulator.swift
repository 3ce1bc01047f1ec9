import FoundationEssentials
import GitHubSimulator
import Glibc
import Model

/// Serves a made-up repository on loopback until it is told to end.
@main
struct Simulator {
  static func main() {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      guard !options.wantsHelp else { return print(Options.usage) }
      try serve(options)
    } catch {
      write("github-simulator: \(error)\n", to: 2)
      exit(64)
    }
  }

  private static func serve(_ options: Options) throws {
    // A shell has programs in its background ignore SIGINT, and a container's first one SIGTERM.
    for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    let life = Simulation(seed: options.seed, name: options.name)
    guard
      let github = SimulatedGitHub(
        life,
        token: options.token,
        now: options.now,
        port: options.port
      )
    else { throw Refusal("cannot listen on port \(options.port); is it taken?") }
    let line = "GITHUB_API_URL=\(github.baseURL) GITHUB_GRAPHQL_URL=\(github.graphQLURL)\n"
    if let file = options.readyFile {
      try Data(line.utf8).write(to: URL(filePath: file), options: .atomic)
    }
    write(line, to: 1)
    withExtendedLifetime(github) {
      if options.endsWithInput {
        while readLine() != nil {}
      } else {
        while true { pause() }
      }
    }
  }

  /// Writes at once: whoever started the program waits for the line.
  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    _ = text.withUTF8 { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}

/// What is wrong with the command line, in words for a person.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
