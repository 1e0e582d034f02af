/// A file of random headers and lines.
///
/// Each value tells under which header it stands: `s3` under the third.
struct GeneratedFile {
  private(set) var text = ""
  private var random: SplitMix64
  private var headers = 0
  private let isConfig: Bool

  private static let names = [
    "a", "a", "b", "A-[p]/X", "A-[p]/Y", "a]", "[a", "it's", "a b", "ä", "default", "DEFAULT",
    "a#1", "a;1", "x]y]", "a] #b", "a\\b", "profile", "\u{A0}a",
  ]
  /// Headers of the config file, `%` standing for a name.
  private static let configHeaders = [
    "[profile %]", "[profile %]", "[profile %]", "[profile \"%\"]", "[profile '%']",
    "[ profile % ]",
    "[profile  %]", "[profile % ]", "[profile %] # c", "[profile %] ; see [b]", "[profile %]; c",
    "[profile %] x", "  [profile %]", "[profile\t%]", "[%]", "[profile %",
    "profile %]",
    "[sso-session %]", "[services %]", "[]", "[ ]", "[profile]", "[profile %]]", "[[profile %]]",
    "[profile %]#[x]", "[\"profile\" %]", "[profile %] \"x]\"",
  ]
  private static let credentialsHeaders = [
    "[%]", "[%]", "[%]", "[ % ]", "[% ]", "[%] # c", "[%] ; see [b]", "[%]; c", "[%] x", "  [%]",
    "[profile %]", "[\"%\"]", "[%", "%]", "[]", "[ ]", "[%]]", "[[%]]", "[%]#[x]",
  ]
  /// Other lines, `%` standing for a value.
  private static let lines = [
    "k1 = %", "k2 = %", "k3: %", "K1=%", "  k4 = %", "\tk5 = %", "k6 =", "    deep = %", "  %",
    "# c",
    "  ; c", "", "junk", "= %", "k7 = % # c", "k8 = %;c", "color = #f2c744", "\u{A0}k9 = %",
    "\u{A0}\u{A0}%", "k = [%]",
  ]

  init(seed: UInt64, isConfig: Bool) {
    random = SplitMix64(seed: seed)
    self.isConfig = isConfig
    for _ in 0..<Int.random(in: 1...6, using: &random) { addSection() }
  }

  private mutating func addSection() {
    let forms = isConfig ? Self.configHeaders : Self.credentialsHeaders
    headers += 1
    add(forms, for: Self.names.randomElement(using: &random) ?? "")
    for _ in 0..<Int.random(in: 0...4, using: &random) { add(Self.lines, for: "s\(headers)") }
  }

  private mutating func add(_ forms: [String], for word: String) {
    let form = forms.randomElement(using: &random) ?? ""
    text += form.split(separator: "%", omittingEmptySubsequences: false).joined(separator: word)
    text += ["\n", "\n", "\n", "\r\n"].randomElement(using: &random) ?? ""
  }
}
