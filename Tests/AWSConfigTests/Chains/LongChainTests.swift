import AWSConfig
import Accounts
import Testing

/// A chain is followed through so many roles and no further, however long the file makes it.
struct LongChainTests {
  /// Profiles c0, c1 and so on, of which each takes its credentials from the next, the last from
  /// `base`.
  private func chain(of roles: Int, last: String = "base") -> String {
    (0..<roles).map { number in
      """
      [profile c\(number)]
      role_arn = arn:aws:iam::111122223333:role/R
      source_profile = \(number + 1 == roles ? last : "c\(number + 1)")

      """
    }.joined() + "[profile base]\n\(ChainTests.keys("AK"))\n"
  }

  @Test func ofAHundredRolesIsFollowed() throws {
    let config = SharedConfig(chain(of: 100))
    #expect(try config.chain(for: "c0", environment: [:]).hops.count == 100)
    #expect(config.longChains == [])
  }

  @Test(arguments: [101, 5000, 50_000]) func ofMoreIsAProblem(roles: Int) throws {
    let config = SharedConfig(chain(of: roles))
    let problem = #expect(throws: ChainError.self) {
      try config.chain(for: "c0", environment: [:])
    }
    let sentence = try #require(problem?.description)
    #expect(sentence.contains("'c0' (config:1) goes through more than 100 roles"))
    #expect(sentence.contains("'c100' (config:302)"))
    #expect(try config.chain(for: "c\(roles - 100)", environment: [:]).hops.count == 100)
    #expect(config.longChains.map(\.message) == [sentence])
    #expect(config.longChains.map(\.origin) == [Origin(file: "config", line: 3)])
  }

  @Test func thatGoesInAWideCircleIsAProblem() throws {
    let config = SharedConfig(chain(of: 5000, last: "c0"))
    #expect(throws: ChainError.self) { try config.chain(for: "c7", environment: [:]) }
    #expect(config.profileEntries.count == 5001)
  }

  @Test func isFoundInPartOfTheFilesAsInTheWhole() throws {
    let text = chain(of: 5000)
    let part = SharedConfig(
      config: Array(text.utf8), configPath: "config", credentials: [], credentialsPath: "",
      only: ["c4930"])
    #expect(try part.chain(for: "c4930", environment: [:]).hops.count == 70)
  }

  @Test func asksForTheCodeThatItsFarEndAsksFor() throws {
    let device = "mfa_serial = arn:aws:iam::111122223333:mfa/me\n"
    let config = SharedConfig(chain(of: 5000) + device)
    let asking = config.profileEntries.filter(\.hasMFA)
    #expect(asking.count == 5000)
  }
}
