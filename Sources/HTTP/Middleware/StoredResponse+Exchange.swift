extension StoredResponse {
  /// A new answer; nil when nothing in it allows to ask for it conditionally.
  init?(_ response: Response) {
    self.init(
      etag: response.headers["ETag"],
      lastModified: response.headers["Last-Modified"],
      link: response.headers["Link"],
      body: response.body
    )
    guard etag != nil || lastModified != nil else { return nil }
  }

  /// `request` as the question whether the answer still holds.
  func condition(on request: Request) -> Request {
    var request = request
    request.headers["If-None-Match"] = etag
    request.headers["If-Modified-Since"] = lastModified
    return request
  }

  /// The same answer after a 304, whose fields are newer; what it leaves out stays.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9111#name-freshening-stored-responses
  func confirmed(by headers: Headers) -> StoredResponse {
    StoredResponse(
      etag: headers["ETag"] ?? etag,
      lastModified: headers["Last-Modified"] ?? lastModified,
      link: headers["Link"] ?? link,
      body: body
    )
  }

  /// The 200 that was kept, with the fields of what confirmed it, such as those of the limits.
  func response(_ headers: Headers = [:], httpVersion: String = "1.1") -> Response {
    var headers = headers
    headers["ETag"] = etag
    headers["Last-Modified"] = lastModified
    headers["Link"] = link
    return Response(status: 200, headers: headers, body: body, httpVersion: httpVersion)
  }
}
