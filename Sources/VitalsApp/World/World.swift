package import HTTP
package import Model

/// Everything outside the program that a command may touch, as values it is handed.
package struct World: Sendable {
  /// The environment's variables.
  package var variables: [String: String]
  /// The time at which the program began.
  package var now: Timestamp
  /// Everything on standard input.
  package var input: @Sendable () -> [UInt8]
  /// Takes results: what a pipe reads.
  package var output: @Sendable (String) -> Void
  /// Takes what is said about the work: progress, warnings, errors.
  package var talk: @Sendable (String) -> Void
  /// Whether ``talk`` goes to a terminal, where a line can be written over.
  package var isTerminal: Bool
  /// Whether ``output`` goes to a terminal, where a person reads it.
  package var isOutputTerminal: Bool
  package var transport: any Transport
  /// Shows a question and gives the line that a person answers; nil where nobody can be asked.
  package var ask: (@Sendable (String) -> String?)?

  package init(
    variables: [String: String],
    now: Timestamp,
    input: @escaping @Sendable () -> [UInt8] = { [] },
    output: @escaping @Sendable (String) -> Void,
    talk: @escaping @Sendable (String) -> Void,
    isTerminal: Bool,
    isOutputTerminal: Bool = false,
    transport: any Transport,
    ask: (@Sendable (String) -> String?)? = nil
  ) {
    self.variables = variables
    self.now = now
    self.input = input
    self.output = output
    self.talk = talk
    self.isTerminal = isTerminal
    self.isOutputTerminal = isOutputTerminal
    self.transport = transport
    self.ask = ask
  }
}
