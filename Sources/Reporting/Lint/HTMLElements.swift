/// What GitHub's sanitizer lets through.
///
/// Source: the allow-list of html-pipeline 3.2.4, the public descendant of GitHub's filter,
/// https://github.com/gjtorikian/html-pipeline/blob/v3.2.4/lib/html_pipeline/sanitization_filter.rb.
enum HTMLElements {
  private static let allowed = set(
    """
    h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table
    thead tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary
    details caption figure figcaption abbr bdo cite dfn mark small source span time wbr
    """
  )

  private static let attributes = set(
    """
    abbr accept accept-charset accesskey action align alt aria-describedby aria-hidden aria-label
    aria-labelledby axis border char charoff charset checked clear cols colspan compact coords
    datetime dir disabled enctype for frame headers height hreflang hspace id ismap itemprop label
    lang maxlength media method multiple name nohref noshade nowrap open progress prompt readonly
    rel rev role rows rowspan rules scope selected shape size span start summary tabindex title
    type usemap valign value width
    """
  )

  private static let ownAttributes: [String: Set<String>] = [
    "a": ["href"],
    "img": ["src", "longdesc", "loading"],
    "source": ["srcset"],
    "div": ["itemscope", "itemtype"],
    "blockquote": ["cite"],
    "del": ["cite"],
    "ins": ["cite"],
    "q": ["cite"],
  ]

  /// Elements without an end tag, and those whose end tag may be left out:
  /// https://html.spec.whatwg.org/multipage/syntax.html#optional-tags.
  private static let endTagIsOptional = set(
    "br hr img source wbr p li dt dd td th tr tbody thead tfoot rt rp caption"
  )

  static func isAllowed(_ element: String) -> Bool { allowed.contains(element) }

  /// Removed by the sanitizer, and not missed: GitHub has no styles and no scripts to go with them.
  private static let unseen = set(
    "class target vspace xmlns role crossorigin referrerpolicy decoding"
  )

  /// True for an attribute that is kept, or shows nothing when it is not.
  static func isHarmless(_ attribute: String, on element: String) -> Bool {
    attributes.contains(attribute) || ownAttributes[element]?.contains(attribute) == true
      || unseen.contains(attribute) || attribute.hasPrefix("data-")
      || attribute.hasPrefix("aria-")
  }

  static func mustClose(_ element: String) -> Bool {
    allowed.contains(element) && !endTagIsOptional.contains(element)
  }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
