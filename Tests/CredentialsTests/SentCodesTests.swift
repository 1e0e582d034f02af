import AWSClient
import Credentials
import Files
import Foundation
import Sandbox
import Secrets
import Synchronization
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let one = "arn:aws:iam::222222222222:role/One"
private let other = "arn:aws:iam::333333333333:role/Other"

/// No code is sent twice, by whatever process and for whatever role.
struct SentCodesTests {
  let wire = Wire(
    roles: [one, other].map { Role(arn: $0, trust: TrustPolicy([maya], requiresMFA: true)) })
  let requests = Requests()

  @Test func aTypedOneThatAnotherSwitchSentIsAskedForAgain() async throws {
    _ = try await step(one, typing: code(), wire.dependencies())
    let request = CodeRequest(device: Wire.device, roleARN: other, reason: .maybeUsed)
    #expect(try await step(other, typing: code(), wire.dependencies()) == .codeNeeded(request))
    #expect(wire.calls.count == 1)
    let next = Wire.now + 30
    guard case .done = try await step(other, typing: code(at: next), wire.dependencies(at: next))
    else {
      throw Unexpected()
    }
  }

  @Test func ofManySwitchesAtOnceEachSendsItsOwn() async throws {
    let slept = Mutex<[Duration]>([])
    let now = Wire.now
    let patience = Timing(
      now: { now },
      sleep: { time in
        guard time > .seconds(1) else { return try await Task.sleep(for: time) }
        slept.withLock { $0.append(time) }
      }, chance: { 0 })
    var dependencies = granting(patience: patience)
    dependencies.run = { _ in slept.withLock { $0.isEmpty } ? "111111" : "222222" }
    try await withThrowingTaskGroup { [wire, dependencies] group in
      for role in [one, other] {
        let chain = chain(hop(role, device: Wire.device, process: "print"))
        group.addTask { _ = try await wire.session(chain, entry: role, dependencies) }
      }
      try await group.waitForAll()
    }
    #expect(codes == ["111111", "222222"])
    // 1,790,000,000 is 20 s past a half minute.
    #expect(slept.withLock(\.self) == [.seconds(11)])
  }

  @Test func ofACommandThatPrintsTheSameAgainIsNotSent() async throws {
    _ = try await step(one, typing: Secret("111111"), granting())
    let chain = chain(hop(other, device: Wire.device, process: "print"))
    await #expect(throws: CredentialError.processCodeRefused(device: Wire.device)) {
      try await wire.session(chain, granting(printing: "111111"))
    }
    #expect(codes == ["111111"] && wire.slept == [.seconds(11)])
  }

  @Test(arguments: [(89, 1), (90, 2)])
  func isRememberedForAMinuteAndAHalf(_ seconds: Double, _ sent: Int) async throws {
    _ = try await step(one, typing: Secret("111111"), granting())
    _ = try await step(other, typing: Secret("111111"), granting(at: Wire.now + seconds))
    #expect(codes.count == sent)
  }

  @Test(arguments: ["", "rubbish", "111111 1790000000", "a b c"])
  func aDamagedNoteIsNone(_ note: String) async throws {
    _ = try await step(one, typing: Secret("111111"), granting())
    try Data(note.utf8).write(to: URL(filePath: try self.note()))
    _ = try await step(other, typing: Secret("111111"), granting())
    #expect(codes.count == 2)
  }

  @Test func aNoteIsForItsOwnerOnlyAndHoldsNoCode() async throws {
    _ = try await step(one, typing: Secret("111111"), granting())
    let note = try note()
    let mode = try FileManager.default.attributesOfItem(atPath: note)[.posixPermissions] as? Int
    let text = String(decoding: try readWhole(note, limit: 1 << 10), as: UTF8.self)
    #expect(mode == 0o600 && !text.hasPrefix("111111"))
  }

  private var codes: [String] { requests.all.compactMap { $0.parameters["TokenCode"] } }

  private func step(
    _ role: String, typing code: Secret, _ dependencies: CredentialDependencies
  ) async throws -> CredentialRequest.State {
    var way = obtaining(chain(hop(role, device: Wire.device)), entry: role)
    return try await way.proceed(code: code, through: dependencies)
  }

  /// An AWS that takes every code.
  private func granting(
    printing printed: String = "", at now: Date = Wire.now, patience: Timing? = nil
  ) -> CredentialDependencies {
    wire.dependencies(
      printing: printed, at: now, patience: patience,
      answering: { [requests] request in
        requests.add(request)
        return granted("AssumeRole", key: "ASIA", arn: request.parameters["RoleArn"] ?? "")
      })
  }

  /// All that is left where the locks were.
  private func note() throws -> String {
    let folder = wire.folder + "/cache/locks"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count == 1)
    return folder + "/" + (try #require(names.first))
  }
}
