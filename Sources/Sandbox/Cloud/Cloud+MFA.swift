import Foundation

extension FakeAWS {
  /// Whether an MFA code came along; a good one is spent, any other refused.
  mutating func acceptsCode(
    _ parameters: Parameters, of caller: Caller, at now: Date
  ) throws(FakeAWSError) -> Bool {
    switch (parameters["SerialNumber"], parameters["TokenCode"]) {
    case (nil, nil): return false
    case (let serial?, let code?):
      try spendCode(code, ofDevice: serial, of: caller, at: now)
      return true
    default: throw .incompleteMFA
    }
  }

  private mutating func spendCode(
    _ code: String, ofDevice serial: String, of caller: Caller, at now: Date
  ) throws(FakeAWSError) {
    guard let user = users.firstIndex(where: { $0.arn == caller.iamARN }),
      let device = users[user].devices.firstIndex(where: { $0.serial == serial })
    else { throw .wrongDevice }
    guard users[user].devices[device].accepts(code, at: now) else { throw .wrongCode }
  }
}
