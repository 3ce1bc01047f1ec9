import Foundation
import GitHubSimulator
import TestSupport
import Testing

@testable import VitalsApp

@Suite(.temporaryDirectory)
struct ExitTests {
  private func fixture(token: String? = "demo") throws -> AppFixture {
    try AppFixture(in: TemporaryDirectory.current, token: token)
  }

  private func write(_ text: String, _ name: String) throws -> String {
    let path = TemporaryDirectory.current.path + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `without a usable token nothing is asked and no store is made`() async throws {
    let tokens: [(token: String?, words: String)] = [
      (nil, "no token was given"), ("", "is empty"), ("abc\ndef", "a line break inside"),
    ]
    for (token, words) in tokens {
      let fixture = try fixture(token: token)
      let outcome = await fixture.runDaily()
      #expect(outcome.status == .credentials)
      #expect(outcome.talk.localizedCaseInsensitiveContains(words), "\(outcome.talk)")
      #expect(!outcome.talk.contains("abc"))
      #expect(fixture.github.requests.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: fixture.store))
    }
  }

  @Test func `a refused token ends with its own status and is not printed`() async throws {
    let outcome = await (try fixture(token: "secret-of-mine")).runDaily()
    #expect(outcome.status == .credentials)
    #expect(!outcome.talk.contains("secret-of-mine"))
  }

  @Test func `an unknown repository is one sentence`() async throws {
    let outcome = await (try fixture()).run("run", "--repo", "octo-org/none", "--quiet")
    #expect(outcome.status == .partial)
    #expect(
      outcome.talk
        == "warning: octo-org/none does not exist, or the token may not see it; "
        + "check the name and the token.\n"
    )
  }

  @Test func `every fault of the settings is told at once, with its place`() async throws {
    let path = try write(
      "github:\n  repositorys: [a/b]\nreport: { health_issue: sometimes }\n",
      "faulty.yml"
    )
    let outcome = await (try fixture()).runDaily("--config", path)
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("\(path):2:3: error: `github.repositorys` is not a key"))
    #expect(outcome.talk.contains("\(path):3:"))
  }

  @Test func `YAML that cannot be read is told with its line`() async throws {
    let path = try write("github: [\n", "broken.yml")
    let outcome = await (try fixture()).runDaily("--config", path)
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("\(path):2:"))
  }

  @Test func `a broken template is told with its place before anything is asked`() async throws {
    let folder = TemporaryDirectory.current.path
    _ = try write("{{#open}} x", "health.md")
    let fixture = try fixture()
    let outcome = await fixture.runDaily("--templates", folder)
    #expect(outcome.status == .usage)
    #expect(outcome.talk == "error: \(folder)/health.md:1:1: Section `open` is not closed.\n")
    #expect(fixture.github.requests.isEmpty)
  }

  @Test func `a file that is no store keeps its bytes`() async throws {
    let fixture = try fixture()
    let text = String(repeating: "not a database ", count: 100)
    _ = try write(text, "vitals.sqlite")
    let outcome = await fixture.runDaily()
    #expect(outcome.status == .damagedStore)
    #expect(try String(contentsOfFile: fixture.store, encoding: .utf8) == text)
  }

  @Test func `a store that cannot be written is bad usage`() async throws {
    let outcome = await (try fixture())
      .runBare(
        "run",
        "--repo",
        "octo-org/octo-repo",
        "--store",
        "sqlite:////proc/none/vitals.sqlite"
      )
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("cannot be written"))
  }

  @Test func `asking an empty store says what to do`() async throws {
    let outcome = await (try fixture()).run("metrics")
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("run `vitals collect` first"))
  }
}
