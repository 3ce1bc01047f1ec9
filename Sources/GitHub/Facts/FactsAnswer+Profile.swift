import Model

extension FactsAnswer {
  /// The languages of a repository, whose sizes stand on the edges.
  struct Languages: Decodable {
    var edges: [Edge?]?

    struct Edge: Decodable {
      var size: Int?
      var node: Named?
    }
  }

  struct Named: Decodable {
    var name: String?
  }

  struct Licence: Decodable {
    var spdxId: String?
  }

  struct Topic: Decodable {
    var topic: Named?
  }
}

extension FactsPage.Profile {
  /// A part that did not come, or was not asked for, is nil: unknown is not empty.
  init(_ answer: FactsAnswer.Repository, without refused: Set<FactsSection>) {
    self.init(
      languages: answer.languages?.edges?
        .compactMap { edge in
          guard let name = edge?.node?.name, let size = edge?.size else { return nil }
          return Model.Profile.Language(name: name, bytes: size)
        },
      licence: answer.licenseInfo?.spdxId
        ?? (refused.contains(.licence) ? nil : Model.Profile.noLicence),
      topics: answer.repositoryTopics?.nodes?.compactMap { $0?.topic?.name },
      discussions: answer.discussions?.totalCount
    )
  }
}
