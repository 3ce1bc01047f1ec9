import CYAML

/// A libyaml parser over one text, which it frees when its owner lets it go.
@safe struct EventStream: ~Copyable {
  private let source: SourceText
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml reads from the caller's memory until the end, so the text is kept where it cannot move.
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ source: SourceText) throws(YAMLError) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      throw YAMLError("there is not enough memory to read the file", at: source.mark(ofByte: 0))
    }
    let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.bytes.count)
    _ = unsafe input.initialize(from: source.bytes)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    self.source = source
    unsafe self.parser = parser
    unsafe self.input = input
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next step; after the end of the stream there is none to ask for.
  ///
  /// Wraps `yaml_parser_parse`.
  mutating func next() throws(YAMLError) -> Event {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
      defer { unsafe yaml_event_delete(&event) }
      if let step = unsafe step(event) { return step }
    }
  }

  /// Copies what libyaml owns; nil for the start of the stream, which says nothing.
  private func step(_ event: yaml_event_t) -> Event? {
    let mark = unsafe source.mark(ofCharacter: event.start_mark.index)
    let data = unsafe event.data
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, mark: mark)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, mark: mark)
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return Event(kind: .streamEnd, mark: mark)
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .sequenceEnd, mark: mark)
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, mark: mark)
    case YAML_ALIAS_EVENT:
      return Event(kind: .alias(unsafe text(data.alias.anchor) ?? ""), mark: mark)
    case YAML_SEQUENCE_START_EVENT:
      return Event(
        kind: .sequenceStart,
        anchor: unsafe text(data.sequence_start.anchor),
        tag: unsafe text(data.sequence_start.tag),
        mark: mark
      )
    case YAML_MAPPING_START_EVENT:
      return Event(
        kind: .mappingStart,
        anchor: unsafe text(data.mapping_start.anchor),
        tag: unsafe text(data.mapping_start.tag),
        mark: mark
      )
    case YAML_SCALAR_EVENT:
      let bytes = unsafe UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      let scalar = YAMLNode.Scalar(
        unsafe String(decoding: bytes, as: UTF8.self),
        isPlain: unsafe data.scalar.style == YAML_PLAIN_SCALAR_STYLE
      )
      return Event(
        kind: .scalar(scalar),
        anchor: unsafe text(data.scalar.anchor),
        tag: unsafe text(data.scalar.tag),
        mark: mark
      )
    default: return nil
    }
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private func problem() -> YAMLError {
    let failure = unsafe parser.pointee
    // A fault in the bytes themselves has no mark, only an offset.
    let isInBytes = unsafe failure.error == YAML_READER_ERROR
    let mark =
      unsafe isInBytes
      ? source.mark(ofByte: failure.problem_offset)
      : source.mark(ofCharacter: failure.problem_mark.index)
    return unsafe ParserProblem(
      problem: failure.problem.map { unsafe String(cString: $0) } ?? "",
      context: failure.context.map { unsafe String(cString: $0) } ?? "",
      isAtTab: source.startsWithTab(at: mark),
      mark: mark,
      contextMark: source.mark(ofCharacter: failure.context_mark.index)
    )
    .error
  }
}
