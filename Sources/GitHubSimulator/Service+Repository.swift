import Model

extension Service {
  /// Answers what stands below `/repos/{owner}/{repo}`, of which `path` is the rest.
  func repository(
    _ request: Request,
    _ path: [String],
    _ answers: Answers,
    _ state: inout SimulatedGitHub.State
  ) -> Response {
    switch (request.method, path.count, path[0]) {
    case ("GET", 2, "stargazers") where path[1] == "history": starHistory(request, answers)
    case ("GET", 2, "community") where path[1] == "profile": .json(200, ["health_percentage": 42])
    case ("POST", 1, "labels"): createLabel(request, &state)
    case ("POST", 1, "issues"): createIssue(request, &state)
    case ("GET", 1, "issues"):
      .json(200, .array(state.written.compactMap { answers.issue($0.item.number) }))
    case ("GET", 2, "issues"):
      Int(path[1]).flatMap(answers.issue).map { .json(200, $0) } ?? .notFound
    case ("POST", 3, "issues"): add(path[2], to: Int(path[1]), request, &state)
    case ("PATCH", 2, "issues"): edit(Int(path[1]), request, &state)
    case (_, 2..., "git"): gitData(request, Array(path.dropFirst()), &state.git)
    case ("GET", 2, "branches"):
      state.git.branch(path[1]).map { .json(200, $0) } ?? .message(404, "Branch not found")
    default: .notFound
    }
  }

  private func starHistory(_ request: Request, _ answers: Answers) -> Response {
    let size = min(max(1, request.query("per_page").flatMap { Int($0) } ?? 30), 30)
    let page = max(1, request.query("page").flatMap { Int($0) } ?? 1)
    let (weeks, hasMore) = answers.starHistory(page: page, size: size)
    var response = Response.json(200, .array(weeks))
    if hasMore {
      let host = request.headers["host"] ?? "127.0.0.1"
      let path = request.target.prefix { $0 != "?" }
      let next = "<http://\(host)\(path)?per_page=\(size)&page=\(page + 1)>; rel=\"next\""
      response.headers.append(("link", next))
    }
    return response
  }

  private func createLabel(_ request: Request, _ state: inout SimulatedGitHub.State) -> Response {
    struct Label: Decodable { var name: String }
    guard let label = request.decoded(Label.self) else { return .invalid("Label", "missing_field") }
    guard !state.labels.contains(where: { $0.lowercased() == label.name.lowercased() }) else {
      return .invalid("Label", "already_exists")
    }
    state.labels.append(label.name)
    return .json(201, ["name": .string(label.name)])
  }

  private func createIssue(_ request: Request, _ state: inout SimulatedGitHub.State) -> Response {
    struct Draft: Decodable {
      var title: String
      var body: String?
      var labels: [String]?
    }
    guard let draft = request.decoded(Draft.self) else { return .invalid("Issue", "missing_field") }
    let number = life.freeNumber + state.written.count
    let item = Item(
      number: number,
      kind: .issue,
      title: draft.title,
      author: Cast.workflow,
      createdAt: state.now,
      updatedAt: state.now,
      isOwn: true
    )
    let labels = draft.labels ?? []
    state.written.append(WrittenItem(item: item, body: draft.body ?? "", labels: labels))
    return shown(number, state, status: 201)
  }

  /// Adds a comment, or labels.
  private func add(
    _ what: String,
    to number: Int?,
    _ request: Request,
    _ state: inout SimulatedGitHub.State
  ) -> Response {
    struct Addition: Decodable {
      var body: String?
      var labels: [String]?
    }
    guard let number, let index = state.written.firstIndex(where: { $0.item.number == number })
    else { return .notFound }
    guard let addition = request.decoded(Addition.self) else { return .invalid(what, "invalid") }
    state.written[index].labels += addition.labels ?? []
    state.written[index].comments += addition.body.map { [$0] } ?? []
    state.written[index].item.updatedAt = state.now
    let id = state.written[index].comments.count
    return .json(201, ["id": .int(id), "html_url": .string("https://github.com/#\(id)")])
  }

  private func edit(
    _ number: Int?,
    _ request: Request,
    _ state: inout SimulatedGitHub.State
  ) -> Response {
    struct Change: Decodable {
      var title: String?
      var body: String?
      var state: String?
      var labels: [String]?
    }
    guard
      let number, let index = state.written.firstIndex(where: { $0.item.number == number })
    else { return .notFound }
    guard let change = request.decoded(Change.self) else {
      return .invalid("Issue", "invalid")
    }
    var own = state.written[index]
    own.item.title = change.title ?? own.item.title
    own.body = change.body ?? own.body
    own.labels = change.labels ?? own.labels
    own.item.updatedAt = state.now
    switch change.state {
    case "closed": (own.item.state, own.item.closedAt) = (.closed, own.item.closedAt ?? state.now)
    case "open": (own.item.state, own.item.closedAt) = (.open, nil)
    default: break
    }
    state.written[index] = own
    return shown(number, state, status: 200)
  }

  private func shown(_ number: Int, _ state: SimulatedGitHub.State, status: Int) -> Response {
    let answers = Answers(life: life, now: state.now, written: state.written)
    return answers.issue(number).map { .json(status, $0) } ?? .notFound
  }
}
