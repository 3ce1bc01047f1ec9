package import Model

/// How far one component fell while the score did.
package struct ComponentFall: Hashable, Sendable {
  package let id: ComponentID
  /// The component's own median score of the reference days.
  package let before: Double
  /// That of the last seven days.
  package let now: Double
  /// What it took from the score of 100.
  package let points: Double

  package init(id: ComponentID, before: Double, now: Double, points: Double) {
    (self.id, self.before, self.now, self.points) = (id, before, now, points)
  }

  /// Whether the alert names it.
  package var isNamed: Bool { points >= Self.leastPoints }

  /// A smaller loss is no part of what happened.
  private static let leastPoints = 2.0
}

extension HealthHistory {
  /// How far each component fell up to a day of the history, the largest loss first; a component
  /// without data before or now is left out.
  ///
  /// The 71 days up to that day must be part of the history.
  package func falls(upTo day: Day) -> [ComponentFall] {
    guard let first = days.first?.day, let last = days.last?.day, (first...last).contains(day)
    else { return [] }
    let end = day.number - first.number
    let recent = days[max(0, end - HealthDropRule.recentDays + 1)...end]
    let referenceEnd = end - HealthDropRule.referenceDelay
    guard referenceEnd >= 0 else { return [] }
    let reference = days[max(0, referenceEnd - HealthDropRule.referenceDays + 1)...referenceEnd]
    return days[end].score.components
      .compactMap { component in
        guard
          let before = reference.median(of: component.id),
          let now = recent.median(of: component.id)
        else { return nil }
        let points = component.weight * (before - now) / 100
        return ComponentFall(id: component.id, before: before, now: now, points: points)
      }
      .sorted { $0.points > $1.points }
  }
}

extension ArraySlice<HealthDay> {
  fileprivate func median(of id: ComponentID) -> Double? {
    compactMap { day in day.score.components.first { $0.id == id }?.score }.sorted().median
  }
}
