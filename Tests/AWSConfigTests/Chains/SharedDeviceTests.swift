import AWSConfig
import Testing

/// Which entries may share one session of an MFA device.
struct SharedDeviceTests {
  /// aws-vault's rule: one device, one line beside the keys.
  @Test(arguments: [
    ("", "print-code"), ("mfa_serial=D\n", "print-code"), ("mfa_serial=E\n", nil),
    ("role_arn=arn:aws:iam::111111111111:role/B\nsource_profile=root\n", "print-code"),
  ])
  func aRoleHasTheCodeProgramOfItsSource(source: String, program: String?) throws {
    let role = "role_arn=arn:aws:iam::111111111111:role/R\n"
    let keys = "aws_access_key_id=A\naws_secret_access_key=s\n"
    let config = SharedConfig(
      "[profile p]\n\(role)source_profile=base\nmfa_serial=D\n[profile q]\n\(role)source_profile=p\n"
        + "mfa_serial=D\n[profile other]\n\(role)source_profile=base\nmfa_serial=D\nmfa_process=own\n"
        + "[profile root]\n\(keys)[profile base]\nmfa_process=print-code\n\(source)"
        + (source.contains("role_arn") ? "" : keys))
    let chain = try config.chain(for: "q", environment: [:])
    #expect(chain.hops.suffix(2).map(\.mfaProcess) == [program, program])
    #expect(try config.chain(for: "other", environment: [:]).hops.last?.mfaProcess == "own")
  }

  static let base = "[profile base]\n" + ChainTests.keys("AK")

  private func role(_ name: String, source: String = "base", device: String? = "m1") -> String {
    "[profile \(name)]\n\(ChainTests.role)source_profile=\(source)\n"
      + (device.map { "mfa_serial=\($0)\n" } ?? "")
  }

  private func shares(
    _ text: String, _ name: String = "a", _ environment: [String: String] = [:]
  ) throws -> Bool {
    let config = SharedConfig(text)
    let chain = try config.chain(for: name, environment: environment)
    return config.sharesDevice(chain, environment: environment)
  }

  @Test func twoWithTheSameKeyAndDevice() throws {
    #expect(try shares(Self.base + role("a") + role("b")))
    #expect(try !shares(Self.base + role("a")))
  }

  @Test func anotherDeviceOrNone() throws {
    #expect(try !shares(Self.base + role("a") + role("b", device: "m2")))
    #expect(try !shares(Self.base + role("a") + role("b", device: nil)))
    #expect(try !shares(Self.base + role("a", device: nil) + role("b", device: nil)))
  }

  @Test func anotherKey() throws {
    let other = "[profile other]\n" + ChainTests.keys("AK2")
    #expect(try !shares(Self.base + other + role("a") + role("b", source: "other")))
    // The same key under another name is the same key.
    let twin = "[profile twin]\n" + ChainTests.keys("AK")
    #expect(try shares(Self.base + twin + role("a") + role("b", source: "twin")))
  }

  @Test func keysThatAreTemporaryAlready() throws {
    let base = Self.base + "aws_session_token=t\n"
    #expect(try !shares(base + role("a") + role("b")))
  }

  @Test func onlyTheFirstHopCounts() throws {
    let text = Self.base + role("hub", device: nil) + role("a", source: "hub")
    #expect(try !shares(text + role("b", source: "hub")))
    // What stands above such a role shares with it.
    #expect(try shares(Self.base + role("a") + role("b") + role("c", source: "a"), "c"))
  }

  @Test func aBrokenNeighbourDoesNotCount() throws {
    #expect(try !shares(Self.base + role("a") + role("b", source: "nobody")))
    #expect(try shares(Self.base + role("a") + role("b") + role("c", source: "nobody")))
  }

  @Test func theEnvironmentsKey() throws {
    let text = ["a", "b"].map {
      "[profile \($0)]\n\(ChainTests.role)credential_source=Environment\nmfa_serial=m1\n"
    }.joined()
    var environment = ["AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "s"]
    #expect(try shares(text, "a", environment))
    environment["AWS_SESSION_TOKEN"] = "t"
    #expect(try !shares(text, "a", environment))
  }
}
