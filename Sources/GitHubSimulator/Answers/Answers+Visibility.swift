import Model

extension Answers {
  /// Who can see the repositories that the variables `o0`, `n0`, `o1` and so on name.
  func visibility(_ variables: [String: String]) -> JSONValue {
    let places = variables.keys.filter { $0.hasPrefix("n") }.map { $0.dropFirst() }.sorted()
    let members = places.map { place -> JSONValue.Member in
      let isKnown = isNamed(variables["o\(place)"] ?? "", variables["n\(place)"] ?? "")
      return .init("r\(place)", isKnown ? ["isPrivate": false] : nil)
    }
    return ["data": .object(members)]
  }
}
