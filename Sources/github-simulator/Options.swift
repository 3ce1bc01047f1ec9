import GitHubSimulator
import Model

/// The command line of the program.
struct Options {
  var seed = Simulation.defaultSeed
  var name: RepositoryName?
  var now = Simulation.defaultNow
  var port: UInt16 = 0
  var token = "simulated-token"
  var readyFile: String?
  var endsWithInput = false
  var wantsHelp = false

  static let usage = """
    usage: github-simulator [--seed N] [--name OWNER/NAME] [--now TIME] [--port N] [--token TEXT]
                            [--ready-file FILE] [--until-eof]

    Serves one made-up repository on 127.0.0.1 as GitHub would, and prints
    the variables that lead vitals to it.

      --seed N           another life for each number (3)
      --name OWNER/NAME  what it is called (octo-org/octo-repo)
      --now TIME         what time GitHub believes it is (2026-04-01T06:00:00Z)
      --port N           where to listen; 0 takes a free port (0)
      --token TEXT       the token that is accepted (simulated-token)
      --ready-file FILE  written with the printed line once requests are answered
      --until-eof        end when standard input does

    POST /_simulator/clock {"now": "2026-04-02T06:00:00Z"} sets the clock of a running one;
    POST /_simulator/refused {"paths": ["stargazers"], "members": ["issues"]} forbids what stands so
    below the repository in REST, and what is called so in GraphQL's answer.
    """

  init(_ arguments: some Sequence<String>) throws {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--help", "-h": wantsHelp = true
      case "--until-eof": endsWithInput = true
      case "--seed": seed = try Self.value(of: argument, rest.next(), UInt64.init)
      case "--port": port = try Self.value(of: argument, rest.next(), UInt16.init)
      case "--name": name = try Self.value(of: argument, rest.next()) { RepositoryName($0) }
      case "--now": now = try Self.value(of: argument, rest.next()) { Timestamp($0) }
      case "--token": token = try Self.value(of: argument, rest.next()) { $0 }
      case "--ready-file": readyFile = try Self.value(of: argument, rest.next()) { $0 }
      default: throw Refusal("unknown argument \(argument); --help lists what there is")
      }
    }
  }

  private static func value<Value>(
    of option: String,
    _ text: String?,
    _ read: (String) -> Value?
  ) throws -> Value {
    guard let text, let value = read(text) else {
      throw Refusal("\(option) needs a value; --help tells which")
    }
    return value
  }
}
