import Foundation
import Terminal
import Testing

struct CopyTests {
  @Test(arguments: ["", "a", "ab", "arn:aws:iam::111111111111:role/Admin", "名前 ~?>\u{FF}"])
  func sendsTheTextInBase64(text: String) {
    let sent = String(decoding: sequence(copying: text), as: UTF8.self)
    let base64 = Data(text.utf8).base64EncodedString()
    #expect(sent == "\u{1b}]52;c;\(base64)\u{1b}\\")
  }
}
