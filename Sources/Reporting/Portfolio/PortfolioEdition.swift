package import Model

/// What makes a portfolio the text of an issue, which one repository keeps for all.
package struct PortfolioEdition: Hashable, Sendable {
  package var home: RepositoryID
  /// Where links to the issue's own kind lead.
  package var links: Links
  /// The week that ends with the report's date, or is under way then; nil for one issue that is
  /// edited in place.
  package var week: Week?
  /// The issue of the week before.
  package var previousIssue: Int?

  package init(
    home: RepositoryID,
    links: Links,
    week: Week? = nil,
    previousIssue: Int? = nil
  ) {
    (self.home, self.links) = (home, links)
    (self.week, self.previousIssue) = (week, previousIssue)
  }

  /// Whether the week is still under way at the data date, as with the first report of all.
  func isFirstReading(on date: Day) -> Bool { week.map { date < $0.sunday } ?? false }

  /// What the tool finds the issue by.
  ///
  /// - Parameters:
  ///   - owner: Of all the repositories; nil where they have several.
  ///   - date: The data date.
  /// - Returns: The marker.
  func marker(of owner: String?, on date: Day) -> OwnMarker {
    var attributes: [String: String] = [:]
    attributes["org"] = owner
    attributes["week"] = week?.description
    if isFirstReading(on: date) { attributes["first"] = "true" }
    return OwnMarker(kind: PortfolioDocument.name, repository: home, attributes: attributes)
  }
}

extension PortfolioEdition {
  /// GitHub shows longer titles cut.
  private static let titleLimit = 80

  /// As in `Weekly health of octo-org: 7 of 20 repositories need someone`.
  ///
  /// One that is edited in place has a title that stays.
  ///
  /// - Parameters:
  ///   - owner: Of all the repositories; nil where they have several.
  ///   - heading: That of the report.
  ///   - date: The data date.
  /// - Returns: The title.
  func title(of owner: String?, _ heading: String, on date: Day) -> String {
    guard week != nil else { return "Health of \(owner ?? "our repositories")" }
    let isFirst = isFirstReading(on: date)
    func title(_ owner: String) -> String {
      let start = isFirst ? "Health\(owner), first reading" : "Weekly health\(owner)"
      return "\(start): \(heading.lowercasedFirst)"
    }
    let whole = title(owner.map { " of \($0)" } ?? "")
    return whole.count > Self.titleLimit ? title("") : whole
  }
}
