import Credentials
import Testing

struct ProfileChainTests {
  @Test(
    arguments: [
      ("", []), ("a", ["a"]), ("a,b", ["a", "b"]), ("\"a,b\",c", ["a,b", "c"]),
      ("\"say \"\"hi\"\"\"", ["say \"hi\""]),
    ] as [(String, [String])])
  func isALineOfValues(_ line: String, _ expected: [String]) {
    #expect(parseProfileChain(line) == expected)
  }
}
