import Model
import Testing

struct OwnMarkerTests {
  private let id = RepositoryID(rawValue: 1_296_269)

  @Test func `a marker reads back from the text it writes`() {
    let marker = OwnMarker(kind: "health", repository: id)
    #expect(marker.text == "<!-- repo-vitals:v1 kind=health repo=1296269 -->")
    #expect(OwnMarker(in: marker.text) == marker)
  }

  @Test func `attributes are written by key and read back`() {
    let attributes = ["week": "2026-W14", "digest": "a=b"]
    let marker = OwnMarker(kind: "alert", repository: id, attributes: attributes)
    #expect(
      marker.text
        == "<!-- repo-vitals:v1 kind=alert repo=1296269 digest=a=b week=2026-W14 -->"
    )
    #expect(OwnMarker(in: marker.text) == marker)
  }

  @Test func `what follows the marker is not part of it`() {
    let marker = OwnMarker(kind: "health", repository: id)
    #expect(OwnMarker(in: marker.text + "\r\n# Report week=1 -->") == marker)
  }

  @Test func `attributes of a later version are kept`() {
    let text = "<!-- repo-vitals:v1 new=1 repo=7 lonely kind=health -->"
    let expected = OwnMarker(
      kind: "health",
      repository: RepositoryID(rawValue: 7),
      attributes: ["new": "1"]
    )
    #expect(OwnMarker(in: text) == expected)
  }

  @Test(
    arguments: [
      "", "A report", " <!-- repo-vitals:v1 kind=health repo=7 -->",
      "\n<!-- repo-vitals:v1 kind=health repo=7 -->",
      "> <!-- repo-vitals:v1 kind=health repo=7 -->",
      "\u{FEFF}<!-- repo-vitals:v1 kind=health repo=7 -->",
      "<!-- repo-vitals:v2 kind=health repo=7 -->", "<!-- repo-vitals:v1 kind=health -->",
      "<!-- repo-vitals:v1 repo=7 -->", "<!-- repo-vitals:v1 kind=health repo=seven -->",
      "<!-- repo-vitals:v1 kind= repo=7 -->", "<!-- repo-vitals:v1 kind=health repo=7",
      "<!-- repo-vitals:v1 kind=health repo=7\n-->", "<!-- repo-vitals:v1 kind=health repo=7>",
      "<!-- repo-vitals:v1 \(String(repeating: "x", count: 500)) kind=health repo=7 -->",
    ]
  )
  func `a text without a whole marker at its beginning has none`(_ text: String) {
    #expect(OwnMarker(in: text) == nil)
  }
}
