/// The one GraphQL document that reads a repository: several connections a page, each with a switch.
///
/// A first run pages through all connections at once; a daily run asks for the newest rows of
/// each. A section that a token may not read is switched off and the document sent again, so
/// that one refused field does not cost the others.
package enum FactsDocument {
  package static let operationName = "RepositoryFacts"

  package static let text = """
    query RepositoryFacts(
      $owner: String!, $name: String!, $label: String!
      $counts: Boolean!, $openIssues: Boolean!, $openPulls: Boolean!, $watchers: Boolean!
      $languages: Boolean!, $licence: Boolean!, $topics: Boolean!, $discussions: Boolean!
      $issues: Boolean!, $issuesFirst: Int!, $issuesAfter: String, $issueStates: [IssueState!]
      $issueComments: Int!
      $pulls: Boolean!, $pullsFirst: Int!, $pullsAfter: String, $pullStates: [PullRequestState!]
      $pullComments: Int!, $pullReviews: Int!
      $commits: Boolean!, $commitsAtHead: Boolean!, $commitsFirst: Int!, $commitsAfter: String
      $head: GitObjectID
      $forks: Boolean!, $forksFirst: Int!, $forksAfter: String
      $releases: Boolean!, $releasesFirst: Int!, $releasesAfter: String
      $own: Boolean!, $ownFirst: Int!, $ownAfter: String, $ownStates: [IssueState!]
      $cutIssues: [ID!]!, $cutPulls: [ID!]!, $cut: Boolean!
    ) {
      rateLimit { cost remaining limit resetAt }
      viewer { login }
      repository(owner: $owner, name: $name, followRenames: true) {
        databaseId nameWithOwner createdAt
        isArchived isPrivate isFork hasIssuesEnabled
        stargazerCount diskUsage @include(if: $counts)
        watchers @include(if: $watchers) { totalCount }
        openIssues: issues(states: [OPEN]) @include(if: $openIssues) { totalCount }
        openPulls: pullRequests(states: [OPEN]) @include(if: $openPulls) { totalCount }
        languages(
          first: \(inProfile), orderBy: { field: SIZE, direction: DESC }
        ) @include(if: $languages) { edges { size node { name } } }
        licenseInfo @include(if: $licence) { spdxId }
        repositoryTopics(first: \(inProfile)) @include(if: $topics) { nodes { topic { name } } }
        discussions @include(if: $discussions) { totalCount }
        issuesTotal: issues(
          first: 1, orderBy: { field: UPDATED_AT, direction: DESC }
        ) @include(if: $issues) { totalCount nodes { updatedAt } }
        issues(
          first: $issuesFirst, after: $issuesAfter, states: $issueStates
          orderBy: { field: UPDATED_AT, direction: DESC }
        ) @include(if: $issues) {
          pageInfo { hasNextPage endCursor }
          nodes { ...issue comments(first: $issueComments) { ...comments } }
        }
        pullsTotal: pullRequests(
          first: 1, orderBy: { field: UPDATED_AT, direction: DESC }
        ) @include(if: $pulls) { totalCount nodes { updatedAt } }
        pulls: pullRequests(
          first: $pullsFirst, after: $pullsAfter, states: $pullStates
          orderBy: { field: UPDATED_AT, direction: DESC }
        ) @include(if: $pulls) {
          pageInfo { hasNextPage endCursor }
          nodes {
            ...pull
            comments(first: $pullComments) { ...comments }
            reviews(first: $pullReviews) { ...reviews }
          }
        }
        defaultBranchRef {
          name
          target {
            oid
            ... on Commit {
              history(first: $commitsFirst) @include(if: $commits) { ...history }
            }
          }
        }
        commitsAtHead: object(oid: $head) @include(if: $commitsAtHead) {
          oid
          ... on Commit { history(first: $commitsFirst, after: $commitsAfter) { ...history } }
        }
        forks(
          first: $forksFirst, after: $forksAfter
          orderBy: { field: CREATED_AT, direction: DESC }
        ) @include(if: $forks) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { id createdAt }
        }
        releases(
          first: $releasesFirst, after: $releasesAfter
          orderBy: { field: CREATED_AT, direction: DESC }
        ) @include(if: $releases) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            databaseId tagName isDraft isPrerelease createdAt publishedAt
            releaseAssets(first: \(assetsInside)) { totalCount nodes { id name downloadCount } }
          }
        }
        own: issues(
          first: $ownFirst, after: $ownAfter, states: $ownStates, labels: [$label]
          orderBy: { field: CREATED_AT, direction: DESC }
        ) @include(if: $own) {
          pageInfo { hasNextPage endCursor }
          nodes { \(ownIssue) }
        }
      }
      cutIssues: nodes(ids: $cutIssues) @include(if: $cut) {
        ... on Issue { ...issue comments(first: \(whole)) { ...comments } }
      }
      cutPulls: nodes(ids: $cutPulls) @include(if: $cut) {
        ... on PullRequest {
          ...pull
          comments(first: \(whole)) { ...comments }
          reviews(first: \(whole)) { ...reviews }
        }
      }
    }
    fragment issue on Issue {
      id number title author { ...account }
      createdAt updatedAt state closedAt locked
    }
    fragment pull on PullRequest {
      id number title author { ...account }
      createdAt updatedAt state closedAt mergedAt isDraft locked
      additions deletions changedFiles
    }
    fragment history on CommitHistoryConnection {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        oid committedDate
        author { email user { __typename login databaseId } }
      }
    }
    \(conversationFragments)
    """

  /// What is read of comments, reviews and accounts, wherever they stand.
  static let conversationFragments = """
    fragment comments on IssueCommentConnection {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { fullDatabaseId createdAt author { ...account } }
    }
    fragment reviews on PullRequestReviewConnection {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { fullDatabaseId state submittedAt author { ...account } }
    }
    \(accountFragment)
    """

  static let accountFragment = """
    fragment account on Actor {
      __typename login
      ... on User { databaseId }
      ... on Bot { databaseId }
      ... on Mannequin { databaseId }
      ... on Organization { databaseId }
    }
    """

  /// Languages and topics, each; GitHub allows no more topics.
  static let inProfile = 20
  /// What tells an issue of the tool's own, and whether a person has silenced it.
  static let ownIssue = """
    number url title state body viewerDidAuthor author { login } \
    labels(first: \(labelsInside)) { nodes { name } }
    """

  /// Labels that come with each of the tool's own issues.
  package static let labelsInside = 10
  /// Files that come with each release.
  package static let assetsInside = 10
  /// The largest page that GitHub gives.
  package static let whole = 100
}
