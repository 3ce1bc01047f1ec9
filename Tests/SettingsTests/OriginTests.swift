import Model
import Testing

@testable import Settings

struct OriginTests {
  @Test func `an option wins over the environment, that over the file, that over the default`() {
    let text = "storage:\n  connection_string: \"sqlite:file.db\"\n"
    let variables = ["VITALS_STORE": "sqlite:variable.db"]
    let flag = Flag("--store", sets: "storage.connection_string", to: ["sqlite:flag.db"])
    let path = "storage.connection_string"
    #expect(Settings.load().line(path) == "\(path) = \"sqlite:vitals.sqlite\" (default)")
    #expect(load(text).line(path) == "\(path) = \"sqlite:file.db\" (vitals.yml:2)")
    #expect(
      load(text, environment: variables).line(path)
        == "\(path) = \"sqlite:variable.db\" (environment VITALS_STORE)"
    )
    #expect(
      load(text, environment: variables, flags: [flag]).line(path)
        == "\(path) = \"sqlite:flag.db\" (option --store)"
    )
  }

  @Test func `a token is never shown, its origin is`() {
    let variables = ["GITHUB_TOKEN": "ghs_hidden", "PAT": "ghp_hidden"]
    #expect(
      load("", environment: variables).line("github.token")
        == "github.token = \"«secret»\" (environment GITHUB_TOKEN)"
    )
    #expect(
      load("github: {token: ghp_written}", environment: variables).line("github.token")
        == "github.token = \"«secret»\" (environment GITHUB_TOKEN)"
    )
    #expect(
      load("github: {token: \"${PAT}\"}", environment: variables).line("github.token")
        == "github.token = \"«secret»\" (vitals.yml:1 from PAT)"
    )
    #expect(Settings.load().line("github.token") == "github.token = not set (default)")
  }

  @Test func `the password of a database is never shown`() {
    let text = "storage: {connection_string: \"postgres://me:hidden@host/db\"}"
    let line = load(text).line("storage.connection_string")
    #expect(line == "storage.connection_string = \"postgresql://«secret»\" (vitals.yml:1)")
    #expect(load(text).settings?.storage.backend == .postgresql)
  }

  @Test func `the workflow's repository stands in when the file names none`() {
    let variables = ["GITHUB_REPOSITORY": "octo/here"]
    let repositories = { (text: String) in
      load(text, environment: variables).settings?.github.repositories.map(\.description)
    }
    #expect(repositories("") == ["octo/here"])
    #expect(repositories("github: {repositories: [a/b]}") == ["a/b"])
    #expect(repositories("github: {organizations: [acme]}") == [])
    #expect(repositories("github: {repositories: [\"${ABSENT}\"]}") == ["octo/here"])
  }

  @Test func `repositories of the command line replace all others`() {
    let flag = Flag("--repo", sets: "github.repositories", to: ["a/b", "A/B", "c/d"])
    let loaded = load("github: {organizations: [acme], repositories: [e/f]}", flags: [flag])
    #expect(loaded.settings?.github.repositories.map(\.description) == ["a/b", "c/d"])
    #expect(loaded.settings?.github.organizations == [])
    #expect(loaded.diagnostics.map(\.severity) == [.note])
  }

  @Test func `a bad variable or option is told by its name`() {
    let loaded = Settings.load(
      environment: ["GITHUB_REPOSITORY": "nonsense"],
      flags: [Flag("--store", sets: "storage.connection_string", to: ["x.db"])]
    )
    #expect(
      loaded.diagnostics.map(\.description) == [
        "error: GITHUB_REPOSITORY: an entry of `github.repositories` must be a repository, as in "
          + "OWNER/NAME, not `nonsense`",
        "error: --store: `storage.connection_string` must be sqlite:PATH, postgres://… or "
          + "file:DIR, not `x.db`",
      ]
    )
  }

  @Test func `an unset variable without a default counts as if the key were not written`() {
    let loaded = load("delivery: {issues: {mode: \"${ABSENT}\", labels: [\"${ABSENT}\", a]}}")
    #expect(loaded.line("delivery.issues.mode") == "delivery.issues.mode = post (default)")
    #expect(loaded.settings?.delivery.issues.labels == ["a"])
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func `a message quotes the name of a variable and not what is in it`() {
    let loaded = load(
      "github: {repositories: [\"${TOKEN}\"]}",
      environment: ["TOKEN": "ghp_hidden"]
    )
    #expect(loaded.diagnostics.count == 1)
    #expect(loaded.diagnostics.allSatisfy { !$0.message.contains("hidden") })
    #expect(loaded.diagnostics.allSatisfy { $0.message.contains("${TOKEN}") })
  }
}
