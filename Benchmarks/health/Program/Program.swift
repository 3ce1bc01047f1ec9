import Analytics
import FoundationEssentials
import Glibc

/// How often health alerts come, and how soon they find what they are for.
///
/// Usage: `health-benchmark [FILE]`; FILE holds daily scores of real repositories as lines of
/// `repo,day,score,se,confidence`. Ends with 1 when a bar is missed. `Benchmarks/health-alerts` runs
/// it.
@main
struct Program {
  static func main() throws {
    var isMet = true
    if let path = CommandLine.arguments.dropFirst().first {
      let archives = try Archives(path: path).measured()
      print(archives.table)
      isMet = archives.isMet
    } else {
      print("archives: skipped, since no file of daily scores is given\n")
    }
    let simulations = Simulations.measured()
    print(simulations.table)
    print(Speed.table, terminator: "")
    if !(isMet && simulations.isMet) { exit(1) }
  }
}
