import AWSConfig
import Credentials
import Foundation
import STS
import Testing

private let role = "arn:aws:iam::222222222222:role/First"

/// Sessions that have less than a quarter of an hour from the start, such as those of 900 s.
struct ShortSessionTests {
  let wire = Wire()
  let requests = Requests()

  @Test func areSharedByThoseWhoWaitedForThem() async throws {
    let outside = granting(seconds: 899, patience: .system)
    let sessions = try await withThrowingTaskGroup(of: Session.self) { [wire] group in
      for _ in 0..<20 { group.addTask { try await wire.session(short, outside) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sessions.count == 20 && Set(sessions.map(\.keys)).count == 1)
    #expect(requests.all.count == 1)
  }

  @Test func areNotUsedByThoseWhoComeLater() async throws {
    _ = try await wire.session(short, granting(seconds: 899))
    _ = try await wire.session(short, granting(seconds: 899, at: Wire.now + 1))
    #expect(requests.all.count == 2)
  }

  /// The clock stands still: the second one comes while the first session is obtained.
  @Test(arguments: [(61, 1), (60, 2), (-1, 2)])
  func areNotSharedInTheirLastMinute(_ seconds: Double, _ calls: Int) async throws {
    for _ in 0..<2 { _ = try await wire.session(short, granting(seconds: seconds)) }
    #expect(requests.all.count == calls)
  }

  private var short: RoleChain { chain(hop(role, seconds: 900)) }

  private func granting(
    seconds: Double, at now: Date = Wire.now, patience: Timing? = nil
  ) -> Outside {
    wire.outside(
      at: now, patience: patience,
      answering: { [requests] request in
        requests.add(request)
        return granted(
          "AssumeRole", key: "ASIA\(requests.all.count)", arn: role,
          until: awsTime(now + seconds))
      })
  }
}
