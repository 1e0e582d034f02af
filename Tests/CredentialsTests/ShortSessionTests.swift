import AWSClient
import AWSConfig
import Credentials
import Foundation
import Testing
import Text

private let role = "arn:aws:iam::222222222222:role/First"

/// Sessions that have less than 15 minutes from the start, such as those of 900 s.
struct ShortSessionTests {
  let wire = Wire()
  let requests = Requests()

  @Test func areSharedByThoseWhoWaitedForThem() async throws {
    let dependencies = granting(seconds: 899, patience: .system)
    let sessions = try await withThrowingTaskGroup(of: Session.self) { [wire] group in
      for _ in 0..<20 { group.addTask { try await wire.session(short, dependencies) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sessions.count == 20 && Set(sessions.map(\.keys)).count == 1)
    #expect(requests.all.count == 1)
  }

  /// Two thirds of its life must be left.
  @Test(arguments: [(299, 1), (301, 2)])
  func serveForAThirdOfTheirLife(_ later: Double, _ calls: Int) async throws {
    _ = try await wire.session(short, granting(seconds: 900))
    _ = try await wire.session(short, granting(seconds: 900, at: Wire.now + later))
    #expect(requests.all.count == calls)
  }

  @Test func anHoursSessionMustHaveAQuarterOfItLeft() async throws {
    _ = try await wire.session(short, granting(seconds: 3600))
    _ = try await wire.session(short, granting(seconds: 3600, at: Wire.now + 2700))
    #expect(requests.all.count == 1)
    _ = try await wire.session(short, granting(seconds: 3600, at: Wire.now + 2701))
    #expect(requests.all.count == 2)
  }

  @Test func whatHasEndedIsNoAnswerAndNotKept() async throws {
    for _ in 0..<2 {
      let problem = await #expect(throws: ServiceError.self) {
        try await wire.session(short, granting(seconds: -1))
      }
      #expect(
        problem?.description.contains("ended at 2026-") == true, "\(String(describing: problem))")
      #expect(problem?.description.contains("role/First") == true)
    }
    #expect(requests.all.count == 2)
    #expect(wire.kept("p", short) == nil)
  }

  private var short: RoleChain { chain(hop(role, seconds: 900)) }

  private func granting(
    seconds: Double, at now: Date = Wire.now, patience: Timing? = nil
  ) -> CredentialDependencies {
    wire.dependencies(
      at: now, patience: patience,
      answering: { [requests] request in
        requests.add(request)
        return granted(
          "AssumeRole", key: "ASIA\(requests.all.count)", arn: role,
          until: iso8601(now + seconds))
      })
  }
}
