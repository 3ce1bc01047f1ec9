import Analytics
import Collector
import CurlTransport
import FoundationEssentials
import GitHub
import HTTP
import Model
import SQLiteStorage
import Storage

struct Auth: Middleware {
  func intercept(_ request: Request, next: @Sendable (Request) async throws -> Response) async throws -> Response {
    var r = request
    r.headers["Authorization"] = "Bearer ghs_rigactions"
    r.headers["User-Agent"] = "scratch"
    return try await next(r)
  }
}
package func scratch(_ args: [String]) async throws {
  let base = URL(string: "http://127.0.0.1:\(args[3])")!
  let api = GitHubAPI(endpoints: .init(rest: base, graphQL: base.appending(path: "graphql"), server: URL(string: "https://github.com")!),
    client: Client(transport: CurlTransport(), middlewares: [Auth()]))
  let store = try await SQLiteStorage.open(path: args[2])
  let now = Timestamp(args[4])!
  let collector = Collector(api: api, store: store, options: .init(now: now, label: "repo-vitals"))
  let result = try await collector.collect(RepositoryName(args[1])!)
  for f in result.failures { print("FAIL", f) }
  for s in result.run.streams { print(s.name, s.rows, s.requests, s.points, s.horizon) }
  print(try await store.counts(of: result.repository!.id))
  let h = try await store.history(of: result.repository!.id)!
  let a = Analysis(h)
  let d = now.day.advanced(by: -1)
  print(JSONWriter.text(ScoreDocument(repository: h.repository, score: a.score(on: d)).json))
  try await store.close()
}
