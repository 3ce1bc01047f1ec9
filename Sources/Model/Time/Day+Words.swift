extension Day {
  /// The date in words, as in `16 September 2024`.
  package var spelledOut: String {
    let (year, _, day) = components
    return "\(day) \(monthName) \(year)"
  }

  /// The month in words, as in `September`.
  package var monthName: String { Self.months[components.month - 1] }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
