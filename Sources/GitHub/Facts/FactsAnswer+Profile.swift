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
  /// Nil where languages or topics did not come: unknown is not empty.
  init?(_ answer: FactsAnswer.Repository) {
    guard let edges = answer.languages?.edges, let topics = answer.repositoryTopics?.nodes else {
      return nil
    }
    self.init(
      languages: edges.compactMap { edge in
        guard let name = edge?.node?.name, let size = edge?.size else { return nil }
        return Model.Profile.Language(name: name, bytes: size)
      },
      licence: answer.licenseInfo?.spdxId,
      topics: topics.compactMap { $0?.topic?.name },
      discussions: answer.discussions?.totalCount
    )
  }
}
