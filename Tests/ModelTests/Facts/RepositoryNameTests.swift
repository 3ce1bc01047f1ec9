import Model
import Testing

struct RepositoryNameTests {
  @Test(
    arguments: [
      "octo_acme/on", "-ACE-/no", "gil--/0123", "a/b", "octo-org/octo.repo", "x/...", "x/.github",
      "x/-_-", "\(String(repeating: "a", count: 100))/\(String(repeating: "b", count: 100))",
    ]
  )
  func `a name that GitHub may have is kept as it is spelled`(_ text: String) throws {
    let name = try #require(RepositoryName(text))
    #expect(name.description == text)
  }

  @Test(
    arguments: [
      "", "/", "octo", "octo/", "/repo", "a/b/c", "octo/.", "octo/..", "octo.org/x", "octo org/x",
      "octo/re po", "octö/x", "octo/räpo", "octo/x\n", "octo/x?y", "octo/%2e%2e", "octo//x",
      "\(String(repeating: "a", count: 101))/x", "x/\(String(repeating: "b", count: 101))",
      "https://github.com/octo/x", "octo/x#1", "octo\\x", "octo/\u{0}",
    ]
  )
  func `a name that GitHub cannot have is refused`(_ text: String) {
    #expect(RepositoryName(text) == nil)
  }

  @Test func `names that differ in case are the same repository`() throws {
    let left = try #require(RepositoryName("Octo-Org/Tool"))
    let right = try #require(RepositoryName("octo-org/TOOL"))
    #expect(left == right)
    #expect(Set([left, right]).count == 1)
    #expect(left.description != right.description)
    #expect(left != RepositoryName("octo-org/tool2"))
  }
}
