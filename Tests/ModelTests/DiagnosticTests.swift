import Model
import Testing

struct DiagnosticTests {
  @Test func `a diagnostic names its place as compilers do`() {
    let whole = Diagnostic(.warning, "unknown key", file: "vitals.yml", line: 3, column: 5)
    #expect(whole.description == "vitals.yml:3:5: warning: unknown key")
    #expect(Diagnostic(.error, "no token").description == "error: no token")
    #expect(Diagnostic(.note, "read", file: "a.md").description == "a.md: note: read")
  }

  @Test func `an error is worse than a warning, and a warning than a note`() {
    #expect([Diagnostic.Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
  }
}
