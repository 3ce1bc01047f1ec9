import Model

extension FactsPage {
  /// Puts GitHub's answer to `request` into the words of the model.
  ///
  /// A row that lacks what identifies or dates it is left out: it cannot be stored, and the
  /// connection's count tells that it is missing.
  init(_ answer: FactsAnswer, to request: FactsRequest) {
    self.init(viewer: answer.viewer?.login)
    let again = FactsDocument.whole
    recut =
      (answer.cutIssues ?? []).compactMap { $0?.item }
      + (answer.cutPulls ?? []).compactMap { $0?.item }
    cut =
      CutItem.among(answer.cutIssues, asked: again) + CutItem.among(answer.cutPulls, asked: again)
    guard let repository = answer.repository else { return }
    self.repository = Repository(repository)
    if request.wantsCounts {
      counts = Counts(repository)
      profile = Profile(repository, without: request.refused)
    }
    issues = Rows(repository.issues, total: repository.issuesTotal?.totalCount) { $0.item }
    issues?.newest = repository.issuesTotal?.newest
    pulls = Rows(repository.pulls, total: repository.pullsTotal?.totalCount) { $0.item }
    pulls?.newest = repository.pullsTotal?.newest
    cut += CutItem.among(repository.issues?.nodes, asked: request.issues?.inside ?? 0)
    cut += CutItem.among(repository.pulls?.nodes, asked: request.pulls?.inside ?? 0)
    // A branch that may not be read is null too, as in a repository without commits.
    let isReadable = !request.refused.contains(.commits)
    commits = isReadable ? CommitRows(repository, asked: request.commits) : nil
    forks = Rows(repository.forks, total: repository.forks?.totalCount, Fork.init)
    releases = Rows(repository.releases, total: repository.releases?.totalCount, Release.init)
    ownIssues = Rows(repository.own, total: nil, OwnIssue.init)
  }
}

extension FactsPage.Counts {
  fileprivate init(_ answer: FactsAnswer.Repository) {
    self.init(
      stars: answer.stargazerCount,
      forks: answer.forks?.totalCount,
      watchers: answer.watchers?.totalCount,
      openIssues: answer.hasIssuesEnabled == false ? nil : answer.openIssues?.totalCount,
      openPulls: answer.openPulls?.totalCount,
      size: answer.diskUsage
    )
  }
}

extension FactsPage.Rows {
  /// Nil where the connection, or its nodes, are missing: unknown is not empty.
  fileprivate init?<Node: Decodable>(
    _ connection: FactsAnswer.Connection<Node>?,
    total: Int?,
    _ row: (Node) -> Row?
  ) {
    guard let connection, let nodes = connection.nodes else { return nil }
    let next = connection.pageInfo.flatMap { $0.hasNextPage ? $0.endCursor : nil }
    self.init(nodes.compactMap { $0.flatMap(row) }, total: total, next: next)
  }
}

extension FactsPage.CommitRows {
  fileprivate init?(_ answer: FactsAnswer.Repository, asked: FactsRequest.CommitPage?) {
    guard let asked else { return nil }
    let target = asked.head == nil ? answer.defaultBranchRef?.target : answer.commitsAtHead
    if let history = target?.history, let oid = target?.oid {
      guard let rows = FactsPage.Rows(history, total: history.totalCount, Commit.init) else {
        return nil
      }
      self.init(head: oid, page: rows)
    } else if asked.head == nil, answer.defaultBranchRef == nil, answer.nameWithOwner != nil {
      self.init(head: nil, page: FactsPage.Rows([], total: 0, next: nil))
    } else {
      return nil
    }
  }
}

extension FactsAnswer.Connection<FactsAnswer.Update> {
  fileprivate var newest: Timestamp? { nodes?.first.flatMap { $0?.updatedAt?.value } }
}

extension Repository {
  fileprivate init?(_ answer: FactsAnswer.Repository) {
    guard
      let id = answer.databaseId,
      let name = answer.nameWithOwner.flatMap({ RepositoryName($0) }),
      let createdAt = answer.createdAt?.value
    else { return nil }
    self.init(
      id: RepositoryID(rawValue: id),
      name: name,
      createdAt: createdAt,
      isPrivate: answer.isPrivate ?? true,
      isFork: answer.isFork ?? false,
      isArchived: answer.isArchived ?? false,
      hasIssues: answer.hasIssuesEnabled ?? true,
      defaultBranch: answer.defaultBranchRef?.name
    )
  }
}

extension Fork {
  fileprivate init?(_ answer: FactsAnswer.Fork) {
    guard let id = answer.id, let createdAt = answer.createdAt?.value else { return nil }
    self.init(id: id, createdAt: createdAt)
  }
}

extension Commit {
  fileprivate init?(_ answer: FactsAnswer.Commit) {
    guard let oid = answer.oid, let committedAt = answer.committedDate?.value else { return nil }
    self.init(
      oid: oid,
      committedAt: committedAt,
      author: answer.author?.user.flatMap(Account.init),
      email: answer.author?.email ?? ""
    )
  }
}

extension Release {
  fileprivate init?(_ answer: FactsAnswer.Release) {
    guard
      let id = answer.databaseId, let tag = answer.tagName,
      let createdAt = answer.createdAt?.value
    else { return nil }
    let assets = (answer.releaseAssets?.nodes ?? [])
      .compactMap { node -> Asset? in
        guard let id = node?.id, let name = node?.name, let count = node?.downloadCount else {
          return nil
        }
        return Asset(id: id, name: name, downloads: count)
      }
    self.init(
      id: id,
      tag: tag,
      isDraft: answer.isDraft ?? false,
      isPrerelease: answer.isPrerelease ?? false,
      createdAt: createdAt,
      publishedAt: answer.publishedAt?.value,
      assets: Nested(assets, isWhole: answer.releaseAssets?.totalCount == assets.count)
    )
  }
}

extension OwnIssue {
  init?(_ answer: FactsAnswer.Own) {
    guard let number = answer.number, let url = answer.url else { return nil }
    self.init(
      number: number,
      url: url,
      title: answer.title ?? "",
      body: answer.body ?? "",
      isOpen: answer.state == "OPEN",
      author: answer.author?.login,
      isByViewer: answer.viewerDidAuthor ?? false,
      labels: (answer.labels?.nodes ?? []).compactMap { $0?.name }
    )
  }
}
