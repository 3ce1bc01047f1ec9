/// One step through a document, in the order of its text.
struct Event {
  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case alias(String)
    case scalar(YAMLNode.Scalar)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  var kind: Kind
  /// The name after `&`.
  var anchor: String?
  var tag: String?
  var mark: YAMLMark
}
