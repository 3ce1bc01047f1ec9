import Model
import Testing

struct SecretTests {
  private struct Holder {
    var name = "token"
    var secret = Secret("ghp_plain")
    var maybe: Secret? = Secret("ghp_plain")
    var list = [Secret("ghp_plain")]
    var table = ["a": Secret("ghp_plain")]
  }

  private struct Failure: Error {
    var secret = Secret("ghp_plain")
  }

  @Test func `no way of printing shows a secret`() {
    let secret = Secret("ghp_plain")
    let holder = Holder()
    var dumped = ""
    dump(secret, to: &dumped)
    dump(holder, to: &dumped)
    var printed = ""
    print(secret, holder, [secret], (secret, 1), to: &printed)
    debugPrint(secret, holder, to: &printed)
    let texts = [
      dumped, printed, "\(secret)", "\(holder)", String(describing: holder),
      String(reflecting: holder), String(reflecting: secret), "\(Failure())",
      "\(Mirror(reflecting: secret).children.map { "\($0)" })", "\(Optional(secret), default: "")",
    ]
    for text in texts {
      #expect(!text.contains("ghp_plain"))
    }
    #expect("\(secret)" == "«secret»")
  }

  @Test func `a secret is revealed to who asks for it`() {
    #expect(Secret("ghp_plain").reveal() == "ghp_plain")
  }
}
