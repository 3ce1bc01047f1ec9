import Model

/// The data of ``FactsDocument`` as GitHub sends it; everything may be missing.
struct FactsAnswer: Decodable {
  var viewer: Login?
  var repository: Repository?
  var cutIssues: [Issue?]?
  var cutPulls: [Pull?]?

  struct Login: Decodable {
    var login: String
  }

  struct Count: Decodable {
    var totalCount: Int?
  }

  struct Repository: Decodable {
    var databaseId: Int?
    var nameWithOwner: String?
    var createdAt: Instant?
    var isArchived: Bool?
    var isPrivate: Bool?
    var isFork: Bool?
    var hasIssuesEnabled: Bool?
    var stargazerCount: Int?
    var diskUsage: Int?
    var watchers: Count?
    var openIssues: Count?
    var openPulls: Count?
    var issuesTotal: Connection<Update>?
    var issues: Connection<Issue>?
    var pullsTotal: Connection<Update>?
    var pulls: Connection<Pull>?
    var defaultBranchRef: Branch?
    var commitsAtHead: Target?
    var forks: Connection<Fork>?
    var releases: Connection<Release>?
    var own: Connection<Own>?
    var languages: Languages?
    var licenseInfo: Licence?
    var repositoryTopics: Connection<Topic>?
    var discussions: Count?
  }

  struct Connection<Node: Decodable>: Decodable {
    var totalCount: Int?
    var pageInfo: PageInfo?
    var nodes: [Node?]?
  }

  struct PageInfo: Decodable {
    var hasNextPage: Bool
    var endCursor: String?
  }

  struct Update: Decodable {
    var updatedAt: Instant?
  }

  struct Actor: Decodable {
    var __typename: String?
    var login: String?
    var databaseId: Int?
  }

  struct Issue: Decodable {
    var id: String?
    var number: Int?
    var title: String?
    var author: Actor?
    var createdAt: Instant?
    var updatedAt: Instant?
    var state: String?
    var closedAt: Instant?
    var locked: Bool?
    var comments: Connection<Comment>?
  }

  struct Pull: Decodable {
    var id: String?
    var number: Int?
    var title: String?
    var author: Actor?
    var createdAt: Instant?
    var updatedAt: Instant?
    var state: String?
    var closedAt: Instant?
    var mergedAt: Instant?
    var isDraft: Bool?
    var locked: Bool?
    var additions: Int?
    var deletions: Int?
    var changedFiles: Int?
    var comments: Connection<Comment>?
    var reviews: Connection<Review>?
  }

  struct Comment: Decodable {
    var fullDatabaseId: BigInt?
    var createdAt: Instant?
    var author: Actor?
  }

  struct Review: Decodable {
    var fullDatabaseId: BigInt?
    var state: String?
    var submittedAt: Instant?
    var author: Actor?
  }

  struct Branch: Decodable {
    var name: String?
    var target: Target?
  }

  struct Target: Decodable {
    var oid: String?
    var history: Connection<Commit>?
  }

  struct Commit: Decodable {
    var oid: String?
    var committedDate: Instant?
    var author: Author?

    struct Author: Decodable {
      var email: String?
      var user: Actor?
    }
  }

  struct Fork: Decodable {
    var id: String?
    var createdAt: Instant?
  }

  struct Release: Decodable {
    var databaseId: Int?
    var tagName: String?
    var isDraft: Bool?
    var isPrerelease: Bool?
    var createdAt: Instant?
    var publishedAt: Instant?
    var releaseAssets: Connection<Asset>?
  }

  struct Asset: Decodable {
    var id: String?
    var name: String?
    var downloadCount: Int?
  }

  struct Own: Decodable {
    var number: Int?
    var url: String?
    var title: String?
    var state: String?
    var body: String?
    var viewerDidAuthor: Bool?
    var author: Login?
    var labels: Connection<Label>?

    struct Label: Decodable { var name: String? }
  }

  /// An instant in a JSON string; one that cannot be read is nil, not an error.
  struct Instant: Decodable {
    var value: Timestamp?

    init(from decoder: any Decoder) throws {
      value = try Timestamp(decoder.singleValueContainer().decode(String.self))
    }
  }

  /// GraphQL's `BigInt`: a number in a string, since JSON numbers end at 2⁵³.
  struct BigInt: Decodable {
    var value: Int?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        value = Int(text)
      } else {
        value = try container.decode(Int.self)
      }
    }
  }
}
