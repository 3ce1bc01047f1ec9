import Model

extension Service {
  /// Answers what stands below `/repos/{owner}/{repo}/git`, of which `path` is the rest.
  func gitData(
    _ request: Request,
    _ path: [String],
    _ git: inout GitObjects
  ) -> Response {
    switch (request.method, path[0], path.count) {
    case ("GET", "blobs", 2):
      git.blob(path[1])
        .map {
          let type = [(name: "content-type", value: "application/octet-stream")]
          return Response(status: 200, headers: type, body: $0)
        } ?? .notFound
    case ("GET", "trees", 2): git.tree(path[1]).map { .json(200, $0) } ?? .notFound
    case ("POST", "refs", 1): createBranch(request, &git)
    case ("POST", _, 1):
      git.add(path[0], request).map { .json(201, ["sha": .string($0)]) }
        ?? .message(422, "Invalid request.")
    case ("PATCH", "refs", 3): moveBranch(path[2], request, &git)
    case ("DELETE", "refs", 3):
      git.branches.removeValue(forKey: path[2]) == nil
        ? .message(422, "Reference does not exist") : Response(status: 204, headers: [], body: [])
    default: .notFound
    }
  }

  private struct Reference: Decodable {
    var ref: String?
    var sha: String
  }

  private func createBranch(_ request: Request, _ git: inout GitObjects) -> Response {
    let heads = "refs/heads/"
    guard
      let reference = request.decoded(Reference.self), git.isCommit(reference.sha),
      let ref = reference.ref, ref.hasPrefix(heads)
    else { return .message(422, "Object does not exist") }
    let name = String(ref.dropFirst(heads.count))
    guard git.branches[name] == nil else { return .message(422, "Reference already exists") }
    git.branches[name] = reference.sha
    return .json(201, ["ref": .string(ref)])
  }

  private func moveBranch(
    _ name: String,
    _ request: Request,
    _ git: inout GitObjects
  ) -> Response {
    guard
      let reference = request.decoded(Reference.self), git.isCommit(reference.sha),
      git.branches[name] != nil
    else { return .message(422, "Reference does not exist") }
    git.branches[name] = reference.sha
    return .json(200, ["ref": .string("refs/heads/\(name)")])
  }
}
