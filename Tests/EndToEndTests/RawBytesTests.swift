import Testing

/// Arguments and variables are bytes to the system, and reach a command as they are.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct RawBytesTests {
  /// In printf's notation, and what od prints of it.
  static let words = [
    (#"\377"#, "ff"), (#"caf\351"#, "63 61 66 e9"), (#"\303\251"#, "c3 a9"), (#"\303"#, "c3"),
    (#"\360\237\230"#, "f0 9f 98"), (#"\355\240\200"#, "ed a0 80"), (#"\300\200"#, "c0 80"),
    (#"\364\217\277\277\364\217\276\200"#, "f4 8f bf bf f4 8f be 80"),
    (#"a\012\200b"#, "61 0a 80 62"),
  ]

  private static let dump = #"printf %s "$1" | od -An -tx1 -v; printf %s "$X" | od -An -tx1 -v"#

  private func run(_ command: String, _ word: String, input: String = "") async throws -> Outcome {
    let home = try Home()
    try home.config(storedKeys("prod"))
    // A character more, since what $(...) gives has no line's end at its own.
    return try await home.run(
      ["sh", "-c", #"x=$(printf "$WORD."); x=${x%.}; export X="$x"; "# + command],
      with: ["WORD": word, "DUMP": Self.dump], input: input)
  }

  @Test(
    arguments: [
      #"switchback exec prod -- sh -c "$DUMP" sh "$x""#,
      #"switchback exec --server prod -- sh -c "$DUMP" sh "$x""#,
      #"switchback each --entry prod -- sh -c "$DUMP" sh "$x" 2>/dev/null | grep -v prod"#,
      #"switchback shell --shell /bin/sh prod"#,
      #"switchback shell --shell /bin/bash prod"#,
    ], words)
  func reachACommandUnchanged(_ command: String, _ word: (printed: String, bytes: String))
    async throws
  {
    let isShell = command.contains("shell")
    let outcome = try await run(
      command, word.printed, input: isShell ? "printf %s \"$X\" | od -An -tx1 -v\n" : "")
    let line = " \(word.bytes)\n"
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains(isShell ? line : line + line), "\(outcome)")
  }

  @Test func aCommandMayBeCalledByAnyBytes() async throws {
    let command = #"""
      printf '#!/bin/sh\necho ran\n' > "./$x"; chmod +x "./$x"
      switchback exec prod -- "./$x" && mkdir "$x.d" && mv "./$x" "$x.d/tool" \
        && PATH="$PWD/$x.d:$PATH" switchback exec prod -- tool
      """#
    let outcome = try await run(command, #"caf\351"#)
    #expect(outcome.status == 0 && outcome.output == "ran\nran\n", "\(outcome)")
  }

  @Test func theLastCommandIsRunAgainWithItsBytes() async throws {
    let outcome = try await run(
      #"""
      switchback each --entry prod -- sh -c 'echo "$DUMP" > "$HOME/again"; exit 1' sh "$x" > /dev/null 2>&1
      switchback each --entry prod -- sh -c 'sh -c "$DUMP" sh "$1"; exit 1' sh "$x" > /dev/null 2>&1
      switchback each --failed
      """#, #"caf\351"#)
    #expect(outcome.output.contains(" 63 61 66 e9\n 63 61 66 e9\n"), "\(outcome)")
  }

  @Test(arguments: [
    (#"exec "$x" -- true"#, 2), (#"exec prod --region "$x" -- true"#, 4), (#"shell "$x""#, 2),
    (#"credentials "$x""#, 2), (#"credentials -- "$x""#, 3), (#""$x""#, 1), (#"filter "$x""#, 2),
    (#"each --entry "$x" -- true"#, 3), (#"list --filter "$x""#, 3), (#"explain "$x""#, 2),
  ])
  func areRefusedWhereTextIsNeeded(_ command: String, _ number: Int) async throws {
    let outcome = try await run("switchback " + command, #"caf\351"#)
    #expect(
      outcome.refuses(2, saying: "Argument \(number)", "UTF-8", #"caf\xE9"#),
      "\(command): \(outcome)")
  }

  @Test func aCompletionOfThemIsNone() async throws {
    let outcome = try await run(#"switchback __complete bash 1 switchback "$x""#, #"caf\351"#)
    #expect(outcome.status != 2 && outcome.status < 128, "\(outcome)")
  }

  /// Which took a minute and more when each word was compared with all.
  @Test(arguments: ["exec prod", "each --entry prod"])
  func manyArgumentsTakeNoTime(_ command: String) async throws {
    let start = ContinuousClock.now
    let outcome = try await run(
      "set -- $(seq 40000); switchback \(command) -- sh -c 'echo $# of them' sh \"$@\"", "")
    #expect(outcome.output.contains("40000 of them"), "\(outcome)")
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
