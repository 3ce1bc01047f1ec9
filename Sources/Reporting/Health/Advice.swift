import Analytics

/// One thing that happened, and what to do about it.
struct Advice {
  /// As in `answer-issue`, for the hidden data; nil for what asks for nothing.
  var id: String?
  /// The numbers of the items it names.
  var items: [Int] = []
  /// In bold, without its full stop.
  var finding: String
  /// The part whose change of points stands behind the finding.
  var component: ComponentID?
  var evidence: Inline
  /// Nil where there is no step.
  var next: Inline?
  var effect: String?
  /// False for a step of doing nothing, which stands behind the others.
  var isAction: Bool { id != nil }

  /// The bullet without its dash.
  func inline(points shown: String?) -> Inline {
    var text: Inline = .strong(Inline(finding + (shown == nil ? "." : "")))
    if let shown { text += " (\(Inline(shown)) points)." }
    text += " " + evidence
    if let next { text += .lineBreak + "\(strong: "Next:") \(next)" }
    if let effect { text += " \(strong: "Effect:") \(Inline(effect))" }
    return text
  }
}
