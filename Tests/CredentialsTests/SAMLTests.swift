import AWSConfig
import Credentials
import Foundation
import Testing

private let role = "arn:aws:iam::222222222222:role/Admin"
private let provider = "arn:aws:iam::222222222222:saml-provider/adfs"
private let assertion = """
  <samlp:Response><Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">\
  <AttributeValue>arn:aws:iam::222222222222:role/Other,arn:aws:iam::222222222222:saml-provider/old\
  </AttributeValue><AttributeValue>\(provider), \(role)</AttributeValue></Attribute></samlp:Response>
  """

struct SAMLTests {
  let wire = Wire()
  let requests = Requests()

  @Test(arguments: [assertion, "\n" + assertion + "\n", folded(assertion)])
  func takesTheProviderThatTheAssertionNamesBesideTheRole(_ text: String) async throws {
    _ = try await wire.session(chain(.file("/saml")), dependencies(["/saml": text]))
    let sent = try #require(requests.all.first).parameters
    #expect(sent["PrincipalArn"] == provider && sent["RoleArn"] == role)
    #expect(sent["SAMLAssertion"] == Data(assertion.utf8).base64EncodedString())
  }

  @Test func takesTheConfiguredProviderUnseen() async throws {
    let base = chain(.standardInput, principal: "arn:aws:iam::222222222222:saml-provider/mine")
    _ = try await wire.session(base, dependencies(["-": "<EncryptedAssertion/>"]))
    #expect(requests.all.first?.parameters["PrincipalArn"]?.hasSuffix("/mine") == true)
  }

  @Test func comesFromACommand() async throws {
    let words = chain(.process(command: "adfs --user me", words: ["adfs", "--user", "me"]))
    _ = try await wire.session(words, dependencies([:], printing: assertion))
    #expect(wire.programs == [["adfs", "--user", "me"]] && requests.all.count == 1)
  }

  @Test func saysWhatIsOfferedWhereTheRoleIsNot() async throws {
    let text = assertion.replacingOccurrences(of: role, with: role + "x")
    await #expect(
      throws: CredentialError.noPrincipal(
        role: role, profile: "p",
        offered: ["arn:aws:iam::222222222222:role/Other", role + "x"])
    ) { try await wire.session(chain(.file("/saml")), dependencies(["/saml": text])) }
  }

  @Test(arguments: [
    SAMLSource.Assertion.file("/saml"), .standardInput,
    .process(command: "false", words: ["false", "hidden"]),
  ])
  func saysWhereThereIsNone(_ source: SAMLSource.Assertion) async throws {
    await #expect { try await wire.session(chain(source), dependencies([:])) } throws: {
      "\($0)".contains("'p'") && !"\($0)".contains("hidden") && !"\($0)".contains("\u{1B}")
    }
  }

  @Test func isKept() async throws {
    for _ in 0..<2 {
      _ = try await wire.session(chain(.file("/saml")), dependencies(["/saml": assertion]))
    }
    #expect(requests.all.count == 1)
  }

  private func chain(
    _ assertion: SAMLSource.Assertion, principal: String? = nil
  ) -> RoleChain {
    RoleChain(
      profile: "p",
      base: .saml(
        SAMLSource(profile: "p", roleARN: role, principalARN: principal, assertion: assertion)))
  }

  private func dependencies(_ files: [String: String], printing printed: String = "")
    -> CredentialDependencies
  {
    wire.dependencies(
      printing: printed, files: files,
      answering: { [requests] request in
        requests.add(request)
        return granted(
          "AssumeRoleWithSAML", key: "ASIASAML",
          arn: "arn:aws:sts::222222222222:assumed-role/Admin/me")
      })
  }
}

/// Base64 in lines, as some tools print it.
private func folded(_ text: String) -> String {
  Data(text.utf8).base64EncodedString(options: .lineLength76Characters)
}
