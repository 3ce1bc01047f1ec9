/// Finds what a person may have meant to write.
package enum Suggestion {
  /// The nearest of `candidates`; nil when none is near enough to be what was meant.
  package static func nearest(to text: String, among candidates: [String]) -> String? {
    let limit = max(1, min(3, text.utf8.count / 3))
    return
      candidates
      .map { (candidate: $0, distance: distance(text.lowercased(), $0)) }
      .filter { $0.distance <= limit }
      .min { $0.distance < $1.distance }?
      .candidate
  }

  /// The nearest path: a key of the same group first, then one of another group.
  static func nearestPath(to path: String, among candidates: [String]) -> String? {
    let (group, key) = split(path)
    let siblings = candidates.filter { split($0).group == group }
    if let near = nearest(to: key, among: siblings.map { split($0).key }) {
      return group.isEmpty ? near : "\(group).\(near)"
    }
    if let near = nearest(to: path, among: candidates) { return near }
    guard let near = nearest(to: key, among: candidates.map { split($0).key }) else { return nil }
    return candidates.first { split($0).key == near }
  }

  private static func split(_ path: String) -> (group: String, key: String) {
    guard let dot = path.lastIndex(of: ".") else { return ("", path) }
    return (String(path[..<dot]), String(path[path.index(after: dot)...]))
  }

  /// Insertions, deletions, replacements and exchanges of neighbours that turn one into the other.
  ///
  /// The restricted form, in which no part is edited twice:
  /// https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance#Optimal_string_alignment_distance
  static func distance(_ left: String, _ right: String) -> Int {
    // Keys are short; a text of any length must not make the table large.
    let (a, b) = (Array(left.utf8.prefix(64)), Array(right.utf8.prefix(64)))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j], rows[i][j + 1]) + 1
        best = min(best, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
