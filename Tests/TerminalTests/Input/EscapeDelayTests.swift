import Terminal
import Testing

struct EscapeDelayTests {
  @Test(
    arguments: [
      ([:], 25), (["SSH_TTY": "/dev/pts/1"], 50), (["ESCDELAY": "100"], 100),
      (["ESCDELAY": "0", "SSH_TTY": "/dev/pts/1"], 0), (["ESCDELAY": "soon"], 25),
      (["ESCDELAY": "-1"], 25), (["ESCDELAY": "99999999"], 10_000),
    ] as [([String: String], Int)])
  func heedsTheEnvironment(environment: [String: String], milliseconds: Int) {
    #expect(escapeDelay(environment) == milliseconds)
  }
}
