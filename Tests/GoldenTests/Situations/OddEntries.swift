/// Ten thousand entries in a hundred groups.
let many = (0..<10_000).map { number in
  let digits = String(number + 10_000).dropFirst()
  let color = [red, orange, yellow, green, blue, grey][number % 6]
  return entry(
    "entry-\(digits)", "Account \(digits)", String(number + 20_000),
    ["Admin", "ReadOnly", "Deployer"][number % 3], group: "group-\(digits.prefix(2))", color)
}

/// Names that try to control the terminal, or to look like others.
let hostile = [
  "\u{1B}]0;pwned\u{7}title", "\u{1B}[31;1mred\u{1B}[0m", "\u{1B}[2J\u{1B}[Hcleared",
  "one\nline\rtwo\tthree", "\u{202E}dorp\u{202C}", "in\u{200B}visi\u{AD}ble\u{FEFF}",
  "bell\u{7}back\u{8}space\u{7F}", "\u{9B}31mC1", "e" + String(repeating: "\u{301}", count: 40),
  "\u{E0041}\u{E0042}tags", "  ", "$(touch pwned) `id` %F{red}", "\u{378}unassigned",
].enumerated().map { number, name in entry("hostile-\(number)", name, group: name, red) }

/// Names whose numbers of characters and columns differ.
let wide = [
  "開発アカウント", "한국어 계정", "ｆｕｌｌｗｉｄｔｈ", "🚀 rockets 🚀", "👩‍👩‍👧‍👦 family", "🇩🇪 flag 👍🏽 thumb",
  "cafe\u{301} décor", "ก็ไม่ไทย", "हिन्दी खाता", "العربية", "עברית",
  String(repeating: "界", count: 30), "a" + String(repeating: "界", count: 30), "½ µ ß ÿ Ω",
].enumerated().map { number, name in entry("wide-\(number)", name, group: name, green) }

/// Everything at its longest.
let long = [
  entry(
    String(repeating: "name-", count: 40), String(repeating: "A very long name ", count: 12),
    "3", String(repeating: "Role", count: 16), group: String(repeating: "group ", count: 20),
    region: "us-gov-northwest-12345", orange, key: "l", confirm: true, readOnly: true),
  entry(
    "unbroken", String(repeating: "Unbroken", count: 30), "4",
    String(repeating: "R", count: 64), group: String(repeating: "g", count: 120), blue),
  entry("short", "S", "5", "R", group: "g", region: nil, green),
]
