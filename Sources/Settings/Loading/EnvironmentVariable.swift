/// A variable of the environment that sets a key.
struct EnvironmentVariable {
  /// Which of the variable and the file wins.
  enum Rank {
    /// The variable, unless the file itself takes its value from a variable.
    ///
    /// A runner sets `GITHUB_TOKEN` for everybody; who writes `token: "${OTHER}"` means the other.
    case beforeWrittenText
    case beforeFile
    /// The file, if it names any subject.
    case afterFile
  }

  var name: String
  /// The key, as in `github.token`.
  var path: String
  var rank: Rank

  static let all: [EnvironmentVariable] = [
    .init(name: "GITHUB_TOKEN", path: "github.token", rank: .beforeWrittenText),
    .init(name: "VITALS_TRAFFIC_TOKEN", path: "github.traffic_token", rank: .beforeWrittenText),
    .init(name: "GITHUB_REPOSITORY", path: "github.repositories", rank: .afterFile),
    .init(name: "VITALS_STORE", path: "storage.connection_string", rank: .beforeFile),
  ]
}
