import AWSConfig
import Credentials
import Foundation
import Secrets
import Testing
import Text

struct ProcessTests {
  let wire = Wire()

  @Test func givesWhatItPrints() async throws {
    let keys = try await keys(
      #" {"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": "s", "SessionToken": "t", "#
        + #""Expiration": "2035-01-01T00:00:00+09:00", "AccountId": "1"} "# + "\n")
    #expect(keys.accessKeyID == "AK" && keys.sessionToken == Secret("t") && keys.accountID == "1")
    #expect(keys.expiration == parseISO8601("2034-12-31T15:00:00Z"))
    #expect(wire.programs == [["print", "a b"]])
  }

  @Test(arguments: [#""SessionToken": """#, #""SessionToken": null"#, #""Expiration": null"#])
  func mayLeaveOutWhatIsOptional(_ part: String) async throws {
    let keys = try await keys(
      #"{"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": "s", \#(part)}"#)
    #expect(keys.sessionToken == nil && keys.expiration == nil)
    #expect(keys.accountID == "222222222222")
  }

  @Test(arguments: [
    ("", ProcessOutputError.notAnObject), ("[]", .notAnObject), ("\u{FEFF}{}", .notAnObject),
    ("Welcome! {}", .notAnObject), (#"{"AccessKeyId": "AK"}"#, .version(nil)),
    (#"{"Version": "1"}"#, .version("'1'")), (#"{"Version": 2}"#, .version("2")),
    (#"{"Version": true}"#, .version("true")),
    (#"{"Version": 1, "SecretAccessKey": "s"}"#, .missing("AccessKeyId")),
    (#"{"Version": 1, "AccessKeyId": "AK"}"#, .missing("SecretAccessKey")),
    (#"{"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": ""}"#, .notText("SecretAccessKey")),
    (#"{"Version": 1, "accesskeyid": "AK", "SecretAccessKey": "s"}"#, .missing("AccessKeyId")),
    (#"{"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": "s", "Expiration": ""}"#, .notATime),
    (
      #"{"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": "s", "Expiration": 2051222400}"#,
      .notATime
    ),
    (
      #"{"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": "s", "Expiration": "2035-01-01T00:00:00"}"#,
      .notATime
    ),
  ])
  func isRefusedForWhatTheCLIRefuses(_ printed: String, _ fault: ProcessOutputError) async throws {
    await #expect(
      throws: CredentialError.processAnswer(profile: "base", program: "print", fault)
    ) { try await keys(printed) }
  }

  /// No variable could carry them unchanged.
  @Test(
    arguments: ["\\u0000", "\\n", "\\u001b", "\\u007f", "\\u0085", "\u{FFFD}"],
    ["AccessKeyId", "SecretAccessKey", "SessionToken"])
  func isRefusedForKeysThatCannotBeHandedOn(_ odd: String, _ part: String) async throws {
    let keys = ["AccessKeyId", "SecretAccessKey", "SessionToken"].map {
      #""\#($0)": "hidden\#($0 == part ? odd : "")more""#
    }
    let printed = "{\"Version\": 1, \(keys.joined(separator: ", "))}"
    await #expect {
      try await self.keys(printed)
    } throws: {
      "\($0)".contains("control characters") && !"\($0)".contains("hidden")
    }
  }

  /// On standard error, when it fails.
  @Test func keysInWhatItSaysAreMasked() async throws {
    let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    await #expect {
      try await keys(secret, words: ["fails-saying"])
    } throws: {
      "\($0)".contains("Its error output: key ••••!") && !"\($0)".contains(secret.prefix(8))
    }
  }

  @Test(
    arguments: [
      ("asked", "asked at the terminal, and was still running after 49 s"),
      ("alone", "no terminal to ask on"),
    ])
  func theErrorSaysWhyThereWasNoAnswer(_ program: String, _ words: String) async throws {
    await #expect {
      try await keys("", words: [program])
    } throws: {
      "\($0)".contains(words) && "\($0)".contains("`\(program)`")
    }
  }

  @Test func isRefusedWhereItsTimeIsOver() async throws {
    let printed =
      #"{"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": "hidden", "Expiration": "2015-01-01T00:00:00Z"}"#
    await #expect {
      try await keys(printed)
    } throws: {
      "\($0)".contains("2015-01-01T00:00:00Z") && !"\($0)".contains("hidden")
    }
  }

  @Test(arguments: ["false", "missing"])
  func thatFailsIsQuotedButForItsArguments(_ program: String) async throws {
    await #expect {
      try await keys("", words: [program, "--password=hidden"])
    } throws: {
      let sentence = "\($0)"
      return sentence.contains("`\(program)`") && sentence.contains("base")
        && !sentence.contains("hidden") && !sentence.contains("\u{1B}")
    }
  }

  @Test func isToldWhoseProcessesLedToIt() async throws {
    _ = try await keys(
      good, through: wire.dependencies(printing: good, profileChain: ["a", "b,c"]))
    #expect(wire.variables == ["_AWS_CLI_PROFILE_CHAIN": #"a,"b,c",base"#])
  }

  @Test(arguments: [["base"], ["x", "base"], ["1", "2", "3", "4"]])
  func inACircleIsNotRun(_ chain: [String]) async throws {
    await #expect(throws: CredentialError.processLoop(chain + ["base"])) {
      try await keys(good, through: wire.dependencies(printing: good, profileChain: chain))
    }
    #expect(wire.programs.isEmpty)
  }

  @Test func inACircleDoesNotWaitForItself() async throws {
    let source = ProcessSource(profile: "base", command: "print", words: ["print"])
    let chain = RoleChain(
      profile: "p", base: .process(source),
      hops: [hop("arn:aws:iam::222222222222:role/Role")])
    let held = try await wire.dependencies().locks.take(
      "", variant: obtaining(chain).fingerprint, wire.dependencies().timing)
    await #expect(throws: CredentialError.processLoop(["base", "base"])) {
      try await wire.session(chain, wire.dependencies(profileChain: ["base"]))
    }
    withExtendedLifetime(held) {}
  }

  @Test func isRunEachTime() async throws {
    for _ in 0..<2 { _ = try await keys(good) }
    #expect(wire.programs.count == 2)
  }

  private let good = #"{"Version": 1, "AccessKeyId": "AK", "SecretAccessKey": "s"}"#

  @discardableResult
  private func keys(
    _ printed: String, words: [String] = ["print", "a b"],
    through dependencies: CredentialDependencies? = nil
  ) async throws -> AWSCredentials {
    let source = ProcessSource(
      profile: "base", command: words.joined(separator: " "), words: words,
      accountID: "222222222222")
    return try await wire.session(
      RoleChain(profile: "p", base: .process(source)),
      dependencies ?? wire.dependencies(printing: printed)
    ).keys
  }
}
