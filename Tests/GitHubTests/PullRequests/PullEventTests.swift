import GitHub
import Testing

struct PullEventTests {
  /// Events as runners write them, cut to what is looked at.
  static let events: [(json: String, event: PullEvent?)] = [
    (#"{"action": "opened", "number": 7, "pull_request": {"number": 7}}"#, .pull(7)),
    (#"{"issue": {"number": 7, "pull_request": {"url": "x"}}, "comment": {"id": 1}}"#, .pull(7)),
    (#"{"issue": {"number": 8}, "comment": {"id": 1}}"#, PullEvent.none),
    (#"{"merge_group": {"head_sha": "0123"}}"#, PullEvent.none),
    (#"{"ref": "refs/heads/main"}"#, PullEvent.none),
    (
      #"{"workflow_run": {"event": "pull_request", "head_branch": "patch-1", "head_sha": "ab", "#
        + #""head_repository": {"owner": {"login": "mallory"}}, "pull_requests": []}}"#,
      .head("mallory:patch-1", commit: "ab")
    ),
    (
      #"{"workflow_run": {"event": "push", "head_branch": "main", "head_sha": "ab", "#
        + #""head_repository": {"owner": {"login": "octo"}}}}"#,
      PullEvent.none
    ),
    (
      #"{"workflow_run": {"event": "pull_request", "head_branch": "x", "head_sha": "ab", "#
        + #""head_repository": null}}"#,
      PullEvent.none
    ),
    ("[]", nil), ("", nil),
  ]

  @Test(arguments: events)
  func `an event tells its pull request`(_ example: (json: String, event: PullEvent?)) {
    #expect(PullEvent(Array(example.json.utf8)) == example.event)
  }
}
