import AWSConfig
import Credentials
import Foundation
import STS
import Sandbox
import Secrets
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let guarded = "arn:aws:iam::222222222222:role/Guarded"
private let beyond = "arn:aws:iam::333333333333:role/Beyond"

struct CodeTests {
  let wire = Wire(roles: [
    Role(arn: guarded, trust: TrustPolicy([maya], requiresMFA: true)),
    Role(arn: beyond, trust: TrustPolicy([guarded])),
  ])
  let wanted = CodeRequest(device: Wire.device, roleARN: guarded)

  var code: Secret {
    get throws { Secret(try #require(oneTimeCode(seed: Wire.seed, at: Wire.now))) }
  }

  @Test func isAskedForBeforeAnyCall() async throws {
    var way = try obtaining(chain(hop(guarded, device: Wire.device)))
    #expect(try await way.proceed(through: wire.outside()) == .codeNeeded(wanted))
    #expect(wire.calls.isEmpty)
  }

  @Test func goesWithAssumeRoleAndTheChainGoesOn() async throws {
    var way = try obtaining(chain(hop(guarded, device: Wire.device), hop(beyond)))
    _ = try await way.proceed(through: wire.outside())
    guard case .done(let session) = try await way.proceed(code: code, through: wire.outside())
    else { throw Unexpected() }
    #expect(session.keys.accountID == "333333333333")
  }

  @Test func isAskedForAgainWhenWrong() async throws {
    var way = try obtaining(chain(hop(guarded, device: Wire.device)))
    var again = wanted
    again.afterWrongCode = true
    let wrong = Secret(try code.revealed == "000000" ? "000001" : "000000")
    #expect(try await way.proceed(code: wrong, through: wire.outside()) == .codeNeeded(again))
    guard case .done = try await way.proceed(code: code, through: wire.outside()) else {
      throw Unexpected()
    }
  }

  @Test func comesFromACommandWhereThereIsOne() async throws {
    let printed = " \(try code.revealed)\n"
    var way = try obtaining(chain(hop(guarded, device: Wire.device, process: "print")))
    guard case .done = try await way.proceed(through: wire.outside(printing: printed)) else {
      throw Unexpected()
    }
  }

  @Test(arguments: ["", "12345", "1234567", "12345a", "１２３４５６", "123 456"])
  func ofACommandMustBeSixDigits(_ printed: String) async throws {
    var way = try obtaining(chain(hop(guarded, device: Wire.device, process: "print")))
    await #expect(throws: CredentialProblem.self) {
      _ = try await way.proceed(through: wire.outside(printing: printed))
    }
    #expect(wire.calls.isEmpty)
  }

  @Test func ofACommandIsNotTriedTwice() async throws {
    var way = try obtaining(chain(hop(guarded, device: Wire.device, process: "print")))
    await #expect(throws: CredentialProblem.processCodeRefused(device: Wire.device)) {
      _ = try await way.proceed(through: wire.outside(printing: "999999"))
    }
    #expect(wire.calls.count == 1)
  }

  @Test func aFailedCommandIsQuoted() async throws {
    var way = try obtaining(chain(hop(guarded, device: Wire.device, process: "false")))
    do {
      _ = try await way.proceed(through: wire.outside())
      throw Unexpected()
    } catch let problem as CredentialProblem {
      #expect("\(problem)".contains("`false`") && "\(problem)".contains("no key"))
    }
  }
}
