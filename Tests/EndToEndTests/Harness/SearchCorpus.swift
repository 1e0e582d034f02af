/// Lines that look like accounts, and queries made of their pieces; the same for the same seed.
struct SearchCorpus: RandomNumberGenerator {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { random.next() }

  mutating func next() -> (query: String, lines: String) {
    let lines = (0..<200).map { _ in line() }
    let terms = (0..<Int.random(in: 1...3, using: &self)).map { _ in
      term(lines[pick(lines.count)])
    }
    let glue = pick(6) == 0 ? " | " : " "
    return (terms.joined(separator: glue), lines.joined(separator: "\n") + "\n")
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  private mutating func word() -> String {
    let words = [
      "payments", "Orders", "PROD", "prod-eu", "dev", "AdminAccess", "read_only", "eu-west-1",
      "111122223333", "arn:aws:iam::1:role/Ops", "Zürich", "Łódź", "本番", "ＰＲＯＤ", "ßtraße",
      "x", "a/b", "deploy.bot", "  ", "naïve", "İzmir",
    ]
    return words[pick(words.count)]
  }

  private mutating func line() -> String {
    let separators = [" ", "-", "/", "_", ": ", "  "]
    return (0..<Int.random(in: 1...4, using: &self)).map { _ in word() }
      .joined(separator: separators[pick(separators.count)])
  }

  /// A piece of a line with some of the signs that queries have.
  private mutating func term(_ line: String) -> String {
    let characters = Array(line)
    let start = pick(max(1, characters.count))
    var piece = String(characters[start...].prefix(Int.random(in: 1...6, using: &self)))
    if pick(3) == 0 { piece = String(piece.filter { _ in pick(4) != 0 }) }
    if pick(2) == 0 { piece = piece.lowercased() }
    piece = piece.split(separator: " ").joined(separator: "\\ ")
    switch pick(9) {
    case 0: return "'" + piece
    case 1: return "^" + piece
    case 2: return piece + "$"
    case 3: return "!" + piece
    case 4: return "'" + piece + "'"
    case 5: return "^" + piece + "$"
    default: return piece
    }
  }
}
