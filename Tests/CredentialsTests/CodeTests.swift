import AWSClient
import AWSConfig
import Credentials
import Foundation
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

  @Test func isAskedForBeforeAnyCall() async throws {
    var way = obtaining(chain(hop(guarded, device: Wire.device)))
    #expect(try await way.proceed(through: wire.dependencies()) == .codeNeeded(wanted))
    #expect(wire.calls.isEmpty)
  }

  @Test func goesWithAssumeRoleAndTheChainGoesOn() async throws {
    var way = obtaining(chain(hop(guarded, device: Wire.device), hop(beyond)))
    _ = try await way.proceed(through: wire.dependencies())
    guard
      case .done(let session) = try await way.proceed(code: code(), through: wire.dependencies())
    else { throw Unexpected() }
    #expect(session.keys.accountID == "333333333333")
  }

  @Test func isAskedForAgainWhenWrong() async throws {
    var way = obtaining(chain(hop(guarded, device: Wire.device)))
    let wrong = Secret(try code().revealed == "000000" ? "000001" : "000000")
    #expect(
      try await way.proceed(code: wrong, through: wire.dependencies()) == .codeNeeded(again(.wrong))
    )
    guard case .done = try await way.proceed(code: code(), through: wire.dependencies()) else {
      throw Unexpected()
    }
  }

  @Test func isAskedForAgainWhereNoAnswerCameAndNeverSentTwice() async throws {
    let requests = Requests()
    let lost = wire.dependencies(answering: { request in
      requests.add(request)
      throw HTTPError.broken(host: "sts", reason: "reset")
    })
    var way = obtaining(chain(hop(guarded, device: Wire.device)))
    #expect(try await way.proceed(code: code(), through: lost) == .codeNeeded(again(.maybeUsed)))
    #expect(try await way.proceed(code: code(), through: lost) == .codeNeeded(again(.wrong)))
    #expect(requests.all.count == 1)
  }

  @Test func comesFromACommandWhereThereIsOne() async throws {
    let printed = " \(try code().revealed)\n"
    let chain = chain(hop(guarded, device: Wire.device, process: "print"))
    _ = try await wire.session(chain, wire.dependencies(printing: printed))
    #expect(wire.calls.count == 1)
  }

  @Test(arguments: ["", "12345", "1234567", "12345a", "１２３４５６", "123 456"])
  func ofACommandMustBeSixDigits(_ printed: String) async throws {
    let chain = chain(hop(guarded, device: Wire.device, process: "print"))
    await #expect(throws: CredentialError.self) {
      try await wire.session(chain, wire.dependencies(printing: printed))
    }
    #expect(wire.calls.isEmpty)
  }

  @Test func ofACommandIsNotTriedTwice() async throws {
    let chain = chain(hop(guarded, device: Wire.device, process: "print"))
    await #expect(throws: CredentialError.processCodeRefused(device: Wire.device)) {
      try await wire.session(chain, wire.dependencies(printing: "999999"))
    }
    #expect(wire.calls.count == 1)
  }

  /// AWS takes no device of a user from a role, so that another answers here.
  @Test func ofACommandForASecondRoleIsTheNextOne() async throws {
    let codes = [try code(), try code(at: Wire.now + 30)].map(\.revealed)
    let requests = Requests()
    var dependencies = wire.dependencies(answering: { request in
      requests.add(request)
      return granted(
        "AssumeRole", key: "ASIAROLE", arn: request.parameters["RoleArn"] ?? "")
    })
    dependencies.run = { [wire] _ in wire.slept.isEmpty ? codes[0] : codes[1] }
    _ = try await wire.session(twoGuarded, dependencies)
    #expect(requests.all.map { $0.parameters["TokenCode"] } == codes)
    // 1,790,000,000 is 20 s past a half minute.
    #expect(wire.slept == [.seconds(11)])
  }

  @Test func ofACommandThatPrintsTheSameForASecondRoleIsNotSentAgain() async throws {
    let dependencies = wire.dependencies(printing: try code().revealed)
    await #expect(throws: CredentialError.processCodeRefused(device: Wire.device)) {
      try await wire.session(twoGuarded, dependencies)
    }
    #expect(wire.calls.count == 1 && wire.slept == [.seconds(11)])
  }

  @Test func aFailedCommandIsQuotedCleaned() async throws {
    do {
      _ = try await wire.session(chain(hop(guarded, device: Wire.device, process: "false")))
      throw Unexpected()
    } catch let problem as CredentialError {
      #expect("\(problem)".contains("`false`") && "\(problem)".contains("no key"))
      #expect(!"\(problem)".contains("\u{1B}"))
    }
  }

  private var twoGuarded: RoleChain {
    chain(
      hop(guarded, device: Wire.device, process: "print"),
      hop(beyond, device: Wire.device, process: "print"))
  }

  private func again(_ reason: CodeRequest.Reason) -> CodeRequest {
    CodeRequest(device: Wire.device, roleARN: guarded, reason: reason)
  }
}
