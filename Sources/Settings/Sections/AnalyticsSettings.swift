package import Model

/// The section `analytics`: who counts, and how the score is weighted.
package struct AnalyticsSettings: Sendable {
  package var weights = HealthScoreWeights()
  /// Logins that are bots besides the accounts that GitHub types as such.
  package var bots: [Glob] = []
  /// Logins or addresses that are left out of every count of people.
  package var ignoredPeople: [String] = []
  package var peers: [RepositoryName] = []
  /// Ascending.
  package var forecastDays = [7, 14, 30]

  package init() {}
}

/// The shares of the components in the health score; they sum to 1.
package struct HealthScoreWeights: Hashable, Sendable {
  package var contributors = 0.30
  package var pullRequestThroughput = 0.20
  package var reviewVelocity = 0.20
  package var issueFreshness = 0.15
  package var forkGrowth = 0.15

  package init() {}

  var sum: Double {
    contributors + pullRequestThroughput + reviewVelocity + issueFreshness + forkGrowth
  }
}
