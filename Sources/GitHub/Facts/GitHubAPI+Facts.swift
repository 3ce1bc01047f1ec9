import Model
import Resilience

extension GitHubAPI {
  /// Reads what `request` asks for.
  ///
  /// A section that is refused is named in the page's `refusals`. Where its refusal took the
  /// whole repository with it, since the field may not be null, the document is sent again
  /// without the section.
  ///
  /// - Throws: ``APIFailure``; of class `partialResult` when GitHub cut the answer short because
  ///   it was too large, after which smaller pages may succeed.
  package func facts(_ request: FactsRequest) async throws -> FactsPage {
    var request = request
    var refusals: [FactsSection: FactsRefusal] = [:]
    while true {
      let answer: GraphQLAnswer<FactsAnswer> = try await execute(
        FactsDocument.text,
        named: FactsDocument.operationName,
        variables: request.variables,
        priority: request.priority,
        points: request.points
      )
      let errors = answer.errors ?? []
      if let failure = errors.first(where: { $0.isCutShort || $0.isOfServer }) {
        throw APIFailure([failure], operation: FactsDocument.operationName)
      }
      let refused = errors.refusals.filter { !request.refused.contains($0.key) }
      refusals.merge(refused) { first, _ in first }
      request.refused.formUnion(refused.keys)
      guard let data = answer.data, data.repository != nil else {
        guard !refused.isEmpty else {
          throw APIFailure(errors, operation: FactsDocument.operationName)
        }
        continue
      }
      if let other = errors.first(where: { $0.section == nil && !$0.isOfCutItem }) {
        throw APIFailure([other], operation: FactsDocument.operationName)
      }
      var page = FactsPage(data, to: request)
      page.refusals = refusals
      return page
    }
  }
}

extension [GraphQLError] {
  /// The sections that these errors refuse, and why.
  fileprivate var refusals: [FactsSection: FactsRefusal] {
    var refusals: [FactsSection: FactsRefusal] = [:]
    for error in self {
      guard let section = error.section, refusals[section] == nil else { continue }
      refusals[section] = FactsRefusal(
        FailureClass(graphQLType: error.type),
        error.message ?? "GitHub refused it"
      )
    }
    return refusals
  }
}

extension GraphQLError {
  fileprivate var isCutShort: Bool {
    FailureClass(graphQLType: type) == .partialResult
  }

  /// A failure of the server, which often has no type.
  fileprivate var isOfServer: Bool {
    FailureClass(graphQLType: type) == .server
      || type == nil && message?.hasPrefix("Something went wrong") == true
  }

  /// The section of the repository that the error is about.
  fileprivate var section: FactsSection? {
    guard let path, path.count >= 2, path[0] == .key("repository"), case .key(let key) = path[1]
    else { return nil }
    return FactsSection(key: key)
  }

  /// An item that was to be read again and is gone.
  fileprivate var isOfCutItem: Bool {
    guard case .key(let key)? = path?.first else { return false }
    return ["cutIssues", "cutPulls", "nodes"].contains(key)
  }
}
