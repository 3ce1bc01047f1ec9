/// The variables of the product's `RepositoryFacts`; a section without its switch is off.
struct FactsVariables: Decodable {
  var owner: String
  var name: String
  var label: String?
  var counts: Bool?
  var watchers: Bool?
  var languages: Bool?
  var licence: Bool?
  var topics: Bool?
  var discussions: Bool?
  var issues: Bool?
  var issuesFirst: Int?
  var issuesAfter: String?
  var issueStates: [String]?
  var issueComments: Int?
  var pulls: Bool?
  var pullsFirst: Int?
  var pullsAfter: String?
  var pullStates: [String]?
  var pullComments: Int?
  var pullReviews: Int?
  var commits: Bool?
  var commitsAtHead: Bool?
  var commitsFirst: Int?
  var commitsAfter: String?
  var head: String?
  var forks: Bool?
  var forksFirst: Int?
  var forksAfter: String?
  var releases: Bool?
  var releasesFirst: Int?
  var releasesAfter: String?
  var own: Bool?
  var ownFirst: Int?
  var ownAfter: String?
  var ownStates: [String]?
  var cut: Bool?
  var cutIssues: [String]?
  var cutPulls: [String]?
}

extension FactsVariables {
  /// The first size of a page that GitHub refuses; it gives 1 to 100 rows.
  var excessiveSize: Int? {
    [
      issuesFirst, issueComments, pullsFirst, pullComments, pullReviews, commitsFirst, forksFirst,
      releasesFirst, ownFirst,
    ]
    .compactMap(\.self).first { !(1...100).contains($0) }
  }
}

/// The variables of the product's `IssueNow`.
struct IssueVariables: Decodable {
  var number: Int
}

/// The variables of the product's `ItemConversation`.
struct ConversationVariables: Decodable {
  var id: String
  var comments: Bool?
  var commentsAfter: String?
  var reviews: Bool?
  var reviewsAfter: String?
}
