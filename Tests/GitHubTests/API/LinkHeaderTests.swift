import FoundationEssentials
import GitHub
import Testing

struct LinkHeaderTests {
  /// A header and the URL of the next page in it.
  private static let headers: [(header: String?, next: String?)] = [
    (nil, nil),
    ("", nil),
    ("garbage", nil),
    ("<https://x/1", nil),
    (#"<https://x/2>; rel="next""#, "https://x/2"),
    (#"<https://x/2>; rel=next"#, "https://x/2"),
    (#"<https://x/2>;rel="NEXT""#, "https://x/2"),
    (#"<https://x/2>; title="a"; rel="next""#, "https://x/2"),
    (#"<https://x/1>; rel="prev", <https://x/9>; rel="last""#, nil),
    (#"<https://x/1>; rel="prev", <https://x/3?a=1,2&b=c>; rel="next""#, "https://x/3?a=1,2&b=c"),
    (#"<https://x/3>; rel="next", <https://x/9>; rel="last""#, "https://x/3"),
    (#"<https://x/3>; rel="nextish""#, nil),
    (#"<https://x/next>; rel="last""#, nil),
  ]

  @Test(arguments: headers)
  func `the next page is the one that is named so`(_ row: (header: String?, next: String?)) {
    #expect(LinkHeader.next(in: row.header)?.absoluteString == row.next)
  }
}
