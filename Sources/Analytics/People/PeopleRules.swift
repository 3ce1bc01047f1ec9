package import Model

/// Who is a bot, and which people are left out of every count of people.
package struct PeopleRules: Hashable, Sendable {
  private let bots: [Glob]
  private let ignored: Set<String>

  /// - Parameters:
  ///   - bots: Globs for logins, and for addresses of commits without an account.
  ///   - ignored: Literal logins and addresses.
  package init(bots: [String] = [], ignored: [String] = []) {
    self.bots = bots.map(Glob.init)
    self.ignored = Set(ignored.map { $0.lowercased() })
  }

  /// Whether the account is a bot by GitHub's word, by its login, or by the configured globs.
  package func isBot(_ account: Account) -> Bool {
    account.kind == .bot || isBot(login: account.login.lowercased())
  }

  /// Whether an account of this login, in lower case, is a bot.
  func isBot(login: String) -> Bool {
    Self.suffixes.contains { login.hasSuffix($0) } || Self.wellKnown.contains(login)
      || bots.contains { $0.matches(login) }
  }

  /// Whether the configured globs name this address, which is in lower case.
  func isBot(address: String) -> Bool {
    bots.contains { $0.matches(address) }
  }

  /// Whether a login or an address, in lower case, is to be left out.
  func ignores(_ name: String) -> Bool {
    ignored.contains(name)
  }

  private static let suffixes = ["[bot]", "-bot", "-robot"]
  private static let wellKnown: Set<String> = [
    "allcontributors", "bors", "claassistant", "codecov-commenter", "codecov-io", "coderabbitai",
    "copilot", "coveralls", "cursoragent", "devin-ai-integration", "gemini-code-assist",
    "googlebot", "greenkeeper", "istio-testing", "mergify", "msftclas", "netlify", "pep8speaks",
    "rust-highfive", "rustbot", "sonarcloud", "vercel",
  ]
}
