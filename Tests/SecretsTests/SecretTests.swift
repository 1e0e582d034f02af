import Foundation
import Secrets
import Testing

struct SecretTests {
  let keys = AWSCredentials(
    accessKeyID: "AKIAEXAMPLE", secretAccessKey: Secret("wJalrXUtnFEMI"),
    sessionToken: Secret("IQoJb3JpZ2lu"))

  @Test func isNeverPrinted() {
    var dumped = ""
    dump(keys, to: &dumped)
    let shown = "\(keys) \(String(reflecting: keys)) \(dumped) \(keys.secretAccessKey)"
    #expect(!shown.contains("wJalr") && !shown.contains("IQoJ"))
    #expect(shown.contains("••••") && shown.contains("AKIAEXAMPLE"))
  }

  @Test func isThereOnRequest() {
    #expect(keys.secretAccessKey.revealed == "wJalrXUtnFEMI")
  }
}
