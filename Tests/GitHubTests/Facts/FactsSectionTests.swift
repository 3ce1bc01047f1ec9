import Testing

@testable import GitHub

/// The fields of the document, each with the section that its refusal takes away.
struct FactsSectionTests {
  private typealias Field = (key: String, name: String)

  /// Keys and names of the fields of the repository.
  private static let fields: [(field: String, section: FactsSection?)] = [
    ("databaseId", nil), ("nameWithOwner", nil), ("createdAt", nil), ("isArchived", nil),
    ("isPrivate", nil), ("isFork", nil), ("hasIssuesEnabled", nil), ("stargazerCount", nil),
    ("diskUsage", nil), ("watchers", .watchers), ("openIssues", .issues), ("issues", .issues),
    ("issuesTotal", .issues), ("openPulls", .pulls), ("pullRequests", .pulls), ("pulls", .pulls),
    ("pullsTotal", .pulls), ("languages", .languages), ("licenseInfo", .licence),
    ("repositoryTopics", .topics), ("discussions", .discussions), ("defaultBranchRef", .commits),
    ("commitsAtHead", .commits), ("object", .commits), ("forks", .forks), ("releases", .releases),
    ("own", .own),
  ]

  @Test(arguments: fields)
  func `a field belongs to its section by key and by name`(
    _ row: (field: String, section: FactsSection?)
  ) {
    #expect(FactsSection(key: row.field) == row.section)
  }

  @Test func `the table holds every field of the document`() {
    let asked = Self.asked
    #expect(asked.count > 20)
    #expect(Set(asked.flatMap { [$0.key, $0.name] }) == Set(Self.fields.map(\.field)))
  }

  /// The fields directly inside `repository`, as the document has them.
  private static var asked: [Field] {
    let text = FactsDocument.text
    guard let start = text.firstRange(of: "repository(owner:")?.lowerBound else { return [] }
    var (braces, parentheses) = (0, 0)
    var words: [String] = []
    var word = ""
    for character in text[start...] {
      if character.isLetter || character == ":" || character == "@" {
        word.append(character)
        continue
      }
      if !word.isEmpty, braces == 1, parentheses == 0 {
        if !word.hasPrefix("@") { words.append(word) }
      }
      word = ""
      switch character {
      case "(": parentheses += 1
      case ")": parentheses -= 1
      case "{" where parentheses == 0: braces += 1
      case "}" where parentheses == 0:
        braces -= 1
        if braces == 0 { return fields(words) }
      default: break
      }
    }
    return []
  }

  private static func fields(_ words: [String]) -> [Field] {
    var fields: [Field] = []
    var alias: String?
    for word in words {
      if word.hasSuffix(":") {
        alias = String(word.dropLast())
      } else {
        fields.append((alias ?? word, word))
        alias = nil
      }
    }
    return fields
  }
}
