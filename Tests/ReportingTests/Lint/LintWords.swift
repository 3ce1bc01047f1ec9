/// What programs leave in words: values that are missing, tags that were not filled in, lost text.
enum LintWords {
  typealias Example = LintRuleTests.Example

  private static func value(_ broken: String, sound: String) -> Example {
    Example("missing-value", broken, 1, sound: sound)
  }

  /// A table with a column of numbers, whose last cell is the first argument.
  private static func cell(_ cell: String, sound: String) -> Example {
    let head = "| Part | Points |\n| - | -: |\n| a | 1 |\n"
    return Example("missing-value", "\(head)| b | \(cell) |\n", 4, sound: sound)
  }

  static let cells: [Example] = [
    cell("NaN", sound: "| Name | Type |\n| - | - |\n| a | null |\n"),
    cell("undefined/100", sound: "| Value | Is |\n| - | - |\n| undefined | nothing |\n"),
    cell("(NaN)", sound: "| a | Alerts |\n| - | -: |\n| b | None |\n"),
    cell("nil", sound: "| Part | Points |\n| - | -: |\n| a | `nil` |\n"),
    cell("inf", sound: "| Plan | Limit |\n| - | -: |\n| a | 1 |\n| b | inf |\n"),
    cell("Invalid Date", sound: "| Call | Result |\n| - | - |\n| a | Invalid Date |\n"),
    cell("%!d(MISSING)", sound: "| Part | Points |\n| - | -: |\n| a | 100% |\n"),
    Example(
      "missing-value",
      "| Name | Value |\n| - | - |\n| Score | null |\n",
      3,
      sound: "| Name | Value |\n| - | - |\n| timeout | null |\n"
    ),
  ]

  static let values: [Example] = [
    value("Merged by undefined on Monday.\n", sound: "Divided by nil, null is undefined.\n"),
    value("[undefined](https://a.b)\n", sound: "[NaN](https://developer.mozilla.org/docs/NaN)\n"),
    value("[a](https://a.b/undefined/c)\n", sound: "[a](https://docs.rs/foo/None)\n"),
    value("It took NaNh NaNm.\n", sound: "NaNs and nulls are dropped, no NaN is kept.\n"),
    value("Wide: undefinedpx\n", sound: "- Alerts: None\n\n**Breaking changes:** None\n"),
    value(
      "Released on Invalid Date.\n",
      sound: "It returns Invalid Date, or throws on Invalid Date texts.\n"
    ),
    value("It is [object Promise]\n", sound: "It prints \"[object Object]\".\n"),
    value("Score: inf\n", sound: "- Limit: inf\n\n- `x`: null\n\nRaises: None\n"),
    value("Infinity% of it\n", sound: "Infinity points to nothing, by undefined means\n"),
    value("Total: %!d(MISSING)\n", sound: "100%! (done)\n"),
    value("undefined\n", sound: "- undefined\n- null\n"),
    value("Score: (null) of 5\n", sound: "It is (null) or none of 5\n"),
    value("<td>NaN</td>\n", sound: "<p>NaN is the default.</p>\n"),
    value("It is <Foo object at 0x7f3a2b>\n", sound: "It is an object at 0x7f3a2b\n"),
    value("Opened by null\n", sound: "Sorted by null first, divided by null.\n"),
    value("Updated null ago\n", sound: "It had null days.\n"),
    value("Score: None\n", sound: "Stars: None\n"),
    value("Version: vundefined\n", sound: "The undefineds and vnulls\n"),
    value("Hello, undefined!\n", sound: "Say hello to undefined.\n"),
    value("# undefined\n", sound: "# undefined behaviour\n\n## NaN\n\n### None\n"),
    value("## Report for undefined\n", sound: "## Checks for undefined\n"),
    value("<p>Stars: NaN</p>\n", sound: "<p><code>Stars: NaN</code></p>\n"),
  ]

  static let rests: [Example] = [
    Example("placeholder", "Hi {{name, you\n", 1, sound: "$\\frac{{a}}{{b}}$ and {{ and }}\n"),
    Example("placeholder", "Hi {{ name }\n", 1, sound: "Hi { name } and { {x} }\n"),
    Example("placeholder", "Hi @@NAME@@\n", 1, sound: "<!-- {{x}} -->\n\n<!--\n{{x}}\n-->\n"),
    Example(
      "placeholder",
      "Mail [INSERT CONTACT METHOD]\n",
      1,
      sound: "It is in %PATH% and %X%\\bin\n"
    ),
    Example("placeholder", "a@b.c and @VERSION@\n", 1, sound: "$$\n\\frac{{a}}{{b}}\n$$\n"),
    Example("characters", "a\u{61C}b\n", 1, sound: "\u{5D0}\u{61C}\u{200E}\n"),
    Example("characters", "a\u{200D}b\n", 1, sound: "👩\u{200D}💻 می\u{200C}خواهم क्\u{200D}ष\n"),
    Example("characters", "a\u{E0041}b\n", 1, sound: "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}\n"),
    Example("characters", "a\u{180E}b\n", 1, sound: "a\u{A0}b\u{3000}c\n"),
    Example("characters", "a\u{2062}b\n", 1, sound: "a\u{2060}b ❤\u{FE0F}\n"),
    Example("characters", "a &#x202e;b\n", 1, sound: "`&#x202e;` and a&nbsp;b\n"),
    Example("characters", "a&#8203;b\n", 1, sound: "@&#8203;octo and &#8203;\n"),
    Example("encoding", "a&#0;b\n", 1, sound: "a&#39;b\n"),
    Example("encoding", "CafÃ© and tea\n", 1, sound: "Café, NÃO and Â, “Ã©”\n"),
    Example("escapes", "One.\\nTwo.\n", 1, sound: "C:\\new and a `\\n` or \\n here\n"),
    Example("escapes", "It isn&amp;#39;t so\n", 1, sound: "It isn&#39;t so\n"),
    Example("escapes", "It isn&amp;apos;t so\n", 1, sound: "Use `&apos;` or isn&apos;t\n"),
    Example("escapes", "Fish &amp;amp; chips\n", 1, sound: "Write it as &amp;amp; here\n"),
    Example("escapes", "[31mred[0m\n", 1, sound: "see [31m] and a[0m\n"),
    Example("secret", token, 1, sound: "ghp_\(String(repeating: "x", count: 36)) and ghp_…\n"),
    Example("secret", "```\n\(token)```\n", 2, sound: "github_pat_ and gho_abc\n"),
    Example("secret", "github_pat_\(letters)_\(letters)_\(letters)\n", 1, sound: "a ghs_token\n"),
  ]

  private static let letters = "0123456789abcdefghijklmnopqrst"
  private static let token = "ghp_\(letters)ABCDEF\n"

  static let all = cells + values + rests
}
