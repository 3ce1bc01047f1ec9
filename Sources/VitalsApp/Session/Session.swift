import FoundationEssentials
import GitHub
import HTTP
import Model
import Reporting
import Resilience
import Settings
import Storage

/// What a command works with: the settings, the world, and what is made from them.
struct Session: Sendable {
  let settings: Settings
  let environment: Environment
  let options: CommonOptions
  let world: World
  let log: Log
  /// The run's time.
  let now: Timestamp
  let counter = RequestCounter()
  /// Whether somebody chose where the second copy goes.
  let isBackupChosen: Bool
  /// The limits of the token that a run works with.
  let quotas: QuotaWatch
  private let begin = ContinuousClock.now

  /// Loads the settings; everything that is wrong with them is said at once.
  ///
  /// - Throws: ``AppFailure`` when they cannot be used.
  init(_ options: CommonOptions, _ world: World) throws {
    self.options = options
    self.world = world
    let log = Log(options, world)
    self.log = log
    quotas = QuotaWatch { log.say(Diagnostic(.warning, $0.warning)) }
    now = options.now ?? world.now
    environment = Environment(world.variables)
    let loaded = Settings.load(
      file: try Self.file(options.configPath),
      environment: world.variables,
      flags: options.flags
    )
    for diagnostic in loaded.diagnostics { log.say(diagnostic) }
    isBackupChosen = loaded.effectiveValues.contains {
      $0.path == "storage.backup.to" && $0.origin != .builtIn
    }
    guard let settings = loaded.settings else {
      let count = loaded.diagnostics.count { $0.severity == .error }
      throw AppFailure(
        .usage,
        "The settings have \(count == 1 ? "an error" : CountText.plain(count, "error")); "
          + "nothing was done."
      )
    }
    self.settings = settings
  }

  /// The default file may be missing; one that is named may not.
  static func file(_ path: String?) throws -> SettingsFile? {
    let name = path ?? ".github/vitals.yml"
    guard let bytes = try Files.read(name) else {
      guard path == nil else {
        throw AppFailure(.usage, "There is no settings file at \(name); check --config.")
      }
      return nil
    }
    return SettingsFile(path: name, bytes: bytes)
  }

  /// How long the run has taken by now.
  var elapsedSeconds: Int { Int((ContinuousClock.now - begin).components.seconds) }

  /// The repositories to work on.
  ///
  /// - Throws: ``AppFailure`` when none is named.
  func repositories() throws -> [RepositoryName] {
    let named = settings.github.repositories
    let names = named.isEmpty ? [environment.repository].compactMap(\.self) : named
    guard names.isEmpty else { return names }
    throw AppFailure(
      .usage,
      "No repository is named; give one with --repo OWNER/NAME, or set GITHUB_REPOSITORY."
    )
  }

  /// The token of the settings; nothing is asked, and no store made, without one.
  ///
  /// - Throws: ``AppFailure`` when it is missing or cannot be one.
  func token() throws -> Secret {
    do throws(CredentialError) {
      let token = try settings.github.token.token()
      log.mask(token)
      return token
    } catch {
      throw AppFailure(.credentials, "\(error.description.capitalizedSentence).")
    }
  }

  /// The GitHub that the environment names.
  ///
  /// - Parameters:
  ///   - token: What every request is signed with.
  ///   - budget: What the run may use.
  ///   - store: Keeps answers between runs.
  ///   - role: What the token is for.
  /// - Returns: Its interfaces.
  /// - Throws: ``AppFailure`` when an address of the environment is none.
  func github(
    _ token: Secret,
    budget: Resilience::RequestBudget,
    store: any MetricStore,
    role: TokenRole = .primary
  ) throws -> GitHubAPI {
    guard
      let rest = URL(string: environment.apiURL), let graphQL = URL(string: environment.graphQLURL),
      let server = URL(string: environment.serverURL)
    else {
      throw AppFailure(.usage, "GITHUB_API_URL, GITHUB_GRAPHQL_URL or GITHUB_SERVER_URL is no URL.")
    }
    let endpoints = GitHubAPI.Endpoints(rest: rest, graphQL: graphQL, server: server)
    return GitHubAPI(
      endpoints: endpoints,
      client: client(token, for: [rest, graphQL], budget: budget, store: store, role: role)
    )
  }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }

  /// The text with a period at its end.
  var asEnd: String { hasSuffix(".") ? self : self + "." }
}

extension RateLimit {
  /// What to say when it is nearly used up.
  fileprivate var warning: String {
    let unit = resource == "graphql" ? "GraphQL points" : "requests (\(resource))"
    let reset = Timestamp(seconds: resetAt)
    return "GitHub has \(remaining) of \(limit) \(unit) left until \(reset); "
      + "what does not fit waits for the next run."
  }
}
