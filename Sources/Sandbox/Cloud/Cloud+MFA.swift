import Foundation

extension Cloud {
  /// Whether an MFA code came along; a good one is spent, any other refused.
  mutating func takesCode(
    _ parameters: Parameters, of caller: Caller, at now: Date
  ) throws(Refusal) -> Bool {
    switch (parameters["SerialNumber"], parameters["TokenCode"]) {
    case (nil, nil): return false
    case (let serial?, let code?):
      try take(code, ofDevice: serial, of: caller, at: now)
      return true
    default: throw .halfMFA
    }
  }

  private mutating func take(
    _ code: String, ofDevice serial: String, of caller: Caller, at now: Date
  ) throws(Refusal) {
    guard let user = users.firstIndex(where: { $0.arn == caller.iamARN }),
      let device = users[user].devices.firstIndex(where: { $0.serial == serial })
    else { throw .wrongDevice }
    guard users[user].devices[device].takes(code, at: now) else { throw .wrongCode }
  }
}
