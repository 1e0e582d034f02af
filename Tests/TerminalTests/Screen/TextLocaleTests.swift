import Terminal
import Testing

struct TextLocaleTests {
  @Test(arguments: [
    [:], ["LANG": "en_US.UTF-8"], ["LANG": "C.utf8"], ["LC_CTYPE": "UTF-8"],
    ["LC_ALL": "", "LANG": "de_DE.UTF-8"],
    ["LC_ALL": "sr_RS.utf-8@latin", "LANG": "C"], ["LC_CTYPE": "en_DE.UTF-8", "LANG": "POSIX"],
  ])
  func theNameSaysThatTextIsUTF8(environment: [String: String]) {
    #expect(namesUTF8(environment))
  }

  @Test(arguments: [
    ["LANG": "C"], ["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], ["LC_CTYPE": "de_DE"],
    ["LANG": "de_DE.ISO-8859-15@euro"], ["LC_ALL": "C", "LC_CTYPE": "UTF-8"],
    ["LANG": "UTF-8.latin1"],
  ])
  func theNameSaysThatItIsNot(environment: [String: String]) {
    #expect(!namesUTF8(environment))
  }
}
