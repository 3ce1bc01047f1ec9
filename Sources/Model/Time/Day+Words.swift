package import Model

extension Day {
  /// The date in words, as in `16 September 2024`.
  package var spelledOut: String {
    let (year, month, day) = components
    return "\(day) \(Self.months[month - 1]) \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
