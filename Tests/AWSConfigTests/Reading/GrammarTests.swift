import AWSConfig
import Accounts
import Testing

/// The rows of the table in which the AWS CLI's grammar and the SDKs' differ, and plain reading.
struct GrammarTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var config: String
    var profiles: Tree
    /// The lines that a diagnostic must name, in order; none other may be named.
    var lines: [Int] = []

    init(_ description: String, _ config: String, _ profiles: Tree, _ lines: [Int] = []) {
      testDescription = description
      self.config = config
      self.profiles = profiles
      self.lines = lines
    }
  }

  static let rows = [
    Row(
      "comment after a value", "[profile a]\nk = v # c\nl = w ; d", ["a": ["k": "v", "l": "w"]],
      [2, 3]),
    Row("comment after a tab", "[profile a]\nk = v\t# c", ["a": ["k": "v"]], [2]),
    Row("comment instead of a value", "[profile a]\nk = # c", ["a": ["k": ""]], [2]),
    Row("no white space before #", "[profile a]\nk = v#c;d", ["a": ["k": "v#c;d"]]),
    Row("text after ]", "[profile a] xyz\nk=v", ["a": ["k": "v"]]),
    Row("comment touching ]", "[profile a]; c\nk=v", ["a": ["k": "v"]]),
    Row(
      "colon", "[profile a]\nk : v\nu: https://x/y=z\nw=a:b",
      ["a": ["k": "v", "u": "https://x/y=z", "w": "a:b"]]),
    Row(
      "section twice", "[profile a]\nk=v\n[profile a]\nk=w\nl=x", ["a": ["k": "w", "l": "x"]], [3]),
    Row(
      "section twice by quoting", "[profile a]\nk=v\n[profile \"a\"]\nl=x",
      ["a": ["k": "v", "l": "x"]], [3]),
    Row(
      "brackets in a name", "[profile A-[p]/X]\nk=v\n[profile A-[p]/Y]\nk=w",
      ["A-[p]/X": ["k": "v"], "A-[p]/Y": ["k": "w"]]),
    Row("brackets in a comment", "[profile a] # see [b]\nk=v", ["a": ["k": "v"]], [1]),
    Row(
      "brackets in a comment, and a name of that kind", "[profile a]\nk=v\n[profile a] # [b]\nl=w",
      ["a": ["k": "v"]], [3, 3]),
    Row("brackets after the name", "[profile a] see [b]\nk=v", [:], [1]),
    Row("# in quotes", "[profile \"a] #b\"]\nk=v", ["a] #b": ["k": "v"]]),
    Row("a quote after the name", "[profile a] it's\nk=v", ["a": ["k": "v"]]),
    Row("only brackets", "[profile [x]]\n[profile ]]\n[]]", ["[x]": [:], "]": [:]], [3]),
    Row("blank between brackets", "[ ]\nk=v", [:], [1]),
    Row(
      "indented header continues what is ignored",
      "[plugins]\nk: v\n  [profile b]\nl=w\n[profile c]",
      ["c": [:]]),
    Row(
      "nothing goes on from a line without =", "[profile a]\nk = v\nx\n  [profile b]\nl = w",
      ["a": ["k": "v"], "b": ["l": "w"]], [3]),
    Row(
      "a key's deeper lines go with it", "[profile a]\n= v\n  l = w\nm = x", ["a": ["m": "x"]], [2]),
    Row("a color", "[profile a]\ncolor = #f2c744 # c", ["a": ["color": "#f2c744"]], [2]),
    Row("spellings of services", "[servicesx a]\n[sso-sessions b]\n[services c]", [:]),
    Row("key twice", "[profile a]\nk=v\nK=w", ["a": ["k": "w"]], [3]),
    Row(
      "prefixed default last", "[default]\nk=v\n[profile default]\nl=w", ["default": ["l": "w"]],
      [1]),
    Row(
      "prefixed default first", "[profile default]\nl=w\n[default]\nk=v", ["default": ["l": "w"]],
      [3]),
    Row("default alone", "[default]\nk=v", ["default": ["k": "v"]]),
    Row(
      "quoted names", "[profile \"a b\"]\n[profile 'c d']\n[profile e\\ f]",
      ["a b": [:], "c d": [:], "e f": [:]]),
    Row("name of two words", "[profile a b]\nk=v\n[profile c]", ["c": [:]], [1]),
    Row("no name", "[profile]\nk=v\n[profile \"\"]\nk=v", [:], [1, 3]),
    Row("open quote", "[profile 'a]\nk=v\n[profile c]", ["c": [:]], [1]),
    Row("misspelt prefixes", "[profiles a]\nk=v\n[Profile a]\nk=v\n[service a]", [:], [1, 3, 5]),
    Row("DEFAULT is not the default", "[DEFAULT]\nk=v\n[profile a]", ["a": [:]], [1]),
    Row("no prefix", "[a]\nk=v\n[Default]\nk=v", [:], [1, 3]),
    Row("the CLI's own sections", "[plugins]\nk=v\n[preview]", [:]),
    Row("unknown prefix", "[sso-sesion a]\nk=v", [:], [1]),
    Row("spaces within brackets", "[ profile a ]\nk=v", ["a": ["k": "v"]]),
    Row("tab after the prefix", "[profile\ta]", ["a": [:]]),
    Row("indented keys", "[profile a]\n  k = v\n  l = w", ["a": ["k": "v", "l": "w"]]),
    Row("half a header", "[profile a]\nk=v\n[profile x\nk=w\nl=x", ["a": ["k": "v"]], [3]),
    Row(
      "the other half", "[profile a]\nk=v\ndefault]\nk=w\n[profile b]",
      ["a": ["k": "v"], "b": [:]], [3]),
    Row("a value that ends in ]", "[profile a]\nk = [v]", ["a": ["k": "[v]"]]),
    Row("empty brackets", "[]\nk=v\n[profile a]", ["a": [:]], [1]),
    Row("no delimiter", "[profile a]\nregion\nk=v", ["a": ["k": "v"]], [2]),
    Row("no key", "[profile a]\n= v\nk=v", ["a": ["k": "v"]], [2]),
    Row("before any section", "k=v\n[profile a]", ["a": [:]], [1]),
    Row("CRLF and lone CR", "[profile a]\r\nk=v\rl=w\r\n", ["a": ["k": "v", "l": "w"]]),
    Row("byte order mark", "\u{FEFF}[profile a]\nk=v", ["a": ["k": "v"]]),
    Row("no-break space", "[profile a]\nk = \u{A0}v\u{3000}", ["a": ["k": "v"]]),
    Row(
      "continuation", "[profile a]\nk = v\n  w # c\n\n  x\nl=y",
      ["a": ["k": "v\nw # c\n\nx", "l": "y"]]),
    Row(
      "block", "[profile a]\ns3 =\n  Max = 1\n # c\n\n  min=2",
      ["a": ["s3": ["Max": "1", "min": "2"]]]),
    Row(
      "no property in a block", "[profile a]\ns3 =\n  x\n  k = v", ["a": ["s3": ["k": "v"]]], [3]),
    Row(
      "indented header continues", "[profile a]\nk=v\n  [profile b]", ["a": ["k": "v\n[profile b]"]]
    ),
    Row(
      "names keep their case", "[profile A]\n[profile a]\nREGION=x",
      ["A": [:], "a": ["region": "x"]]),
    Row("percent signs", "[profile a]\nk = %(x)s %%", ["a": ["k": "%(x)s %%"]]),
    Row("nothing", "", [:]),
  ]

  @Test(arguments: rows)
  func configFile(_ row: Row) {
    let config = SharedConfig(row.config)
    #expect(config.readProfiles == row.profiles)
    #expect(config.linesWithDiagnostics == row.lines)
  }

  @Test func aCommandKeepsItsComment() {
    let config = SharedConfig("[profile a]\ncredential_process = a # b")
    #expect(config.profile("a")?.nonEmpty(.credentialProcess) == "a # b")
    #expect(config.linesWithDiagnostics == [])
  }

  static let credentialsRows = [
    Row(
      "names need no prefix", "[a]\nk=v\n[b c]\nk=w\n[\"d e\"]",
      ["a": ["k": "v"], "b c": ["k": "w"], "\"d e\"": [:]]),
    Row("a prefix", "[profile a]\nk=v\n[b]", ["b": [:]], [1]),
    Row("an sso-session", "[sso-session a]\nk=v", [:], [1]),
    Row("DEFAULT", "[DEFAULT]\nk=v", [:], [1]),
    Row("spaces", "[ a ]\nk=v", ["a": ["k": "v"]]),
    Row("spaces, and without", "[a]\nk=v\n[ a ]\nl=w", ["a": ["k": "v"]], [3]),
    Row("without spaces, and with", "[ a ]\nl=w\n[a]\nk=v", ["a": ["k": "v"]], [1]),
    Row(
      "brackets in a name", "[a [b]]\nk=v\n[it's] # [c]", ["a [b]": ["k": "v"], "it's": [:]], [3]),
    Row("default", "[default]\nk=v", ["default": ["k": "v"]]),
  ]

  @Test(arguments: credentialsRows)
  func credentialsFile(_ row: Row) {
    let config = SharedConfig("", credentials: row.config)
    #expect(config.readProfiles == row.profiles)
    #expect(config.linesWithDiagnostics == row.lines)
    #expect(config.diagnostics.allSatisfy { $0.origin.file == "credentials" })
  }
}
