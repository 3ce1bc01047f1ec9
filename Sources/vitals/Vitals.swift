import VitalsApp
@main struct Program { static func main() async throws { try await scratch(CommandLine.arguments) } }
