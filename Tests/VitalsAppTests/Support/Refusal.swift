import FoundationEssentials
import HTTP
import Model
import TestSupport

/// Answers some requests in GitHub's place.
struct Refusal: Middleware {
  /// The end of the request's path.
  var path: String
  var method = Request.Method.post
  var status: Int
  var message: String

  func intercept(
    _ request: Request,
    next: @Sendable (Request) async throws -> Response
  ) async throws -> Response {
    guard request.method == method, request.url.path.hasSuffix(path) else {
      return try await next(request)
    }
    return Response(status, text: JSONWriter.text(["message": .string(message)]))
  }
}
