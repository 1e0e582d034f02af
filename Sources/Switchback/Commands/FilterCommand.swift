import ArgumentParser
import Dispatch
import Search
import Synchronization

/// `switchback filter`.
struct FilterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Rank lines of standard input as the picker ranks entries.",
    discussion: """
      Search terms, all of which must match: word (fuzzy), 'word (exact), 'word' (whole word), \
      ^word (start), word$ (end), ^word$ (whole line), !word (excluded), a | b (either). Case \
      matters only in terms with capital letters. The best match comes first, in the same order as \
      `fzf --filter`.

      Exits with 1 if nothing matches.
      """)

  @Argument(help: "Search terms; put `--` before one that begins with a dash.")
  var query: [String] = []

  func run() async throws {
    try filterLines(query.joined(separator: " "), .live())
  }
}

/// Prints the lines of standard input that match a query, the best first.
///
/// Throws `ExitCode.noMatch` if there are none.
func filterLines(_ text: String, _ world: World) throws {
  let query = Query(unformatted: text)
  var blocks: [[UInt8]] = []
  let found = Mutex<[Int: [FoundLine]]>([:])
  let searches = DispatchGroup()
  do {
    try world.readBlocks { block in
      let number = blocks.count
      blocks.append(block)
      // Searched while the next block is read.
      DispatchQueue.global().async(group: searches) {
        let lines = query.lines(in: block, number: number)
        found.withLock { $0[number] = lines }
      }
    }
  } catch let error as LineTooLongError {
    throw tooLong(error, after: blocks)
  }
  searches.wait()
  let lines = query.ranked(found.withLock { found in blocks.indices.map { found[$0] ?? [] } })
  try write(lines, of: blocks, world)
  if lines.isEmpty { throw ExitCode.noMatch }
}

private func tooLong(_ error: LineTooLongError, after blocks: [[UInt8]]) -> CommandError {
  let line = blocks.reduce(1) { $0 + $1.count { $0 == UInt8(ascii: "\n") } }
  return .input(
    "Line \(line) of standard input has more than \(error.limit >> 20) MiB; `switchback filter` "
      + "takes lines of text."
  )
}

private func write(_ lines: [FoundLine], of blocks: [[UInt8]], _ world: World) throws {
  var out: [UInt8] = []
  out.reserveCapacity(outputChunkSize * 2)
  for line in lines {
    let start = Int(line.start)
    out += blocks[Int(line.block)][start..<start + Int(line.length)]
    out.append(UInt8(ascii: "\n"))
    guard out.count >= outputChunkSize else { continue }
    try world.write(out)
    out.removeAll(keepingCapacity: true)
  }
  try world.write(out)
}

/// The size of one write, in bytes.
private let outputChunkSize = 1 << 17
