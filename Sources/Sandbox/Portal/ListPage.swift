/// A part of a list, and the token that asks for what follows; nil at the end.
struct ListPage<Item> {
  let items: [Item]
  let next: String?

  /// The part that `max_result` and `next_token` ask for.
  init(_ all: [Item], _ parameters: Parameters, atMost limit: Int) throws(FakeAWSError) {
    let start = try parameters.start(in: all.count)
    let end = min(all.count, start + min(try parameters.maxResult(), limit))
    items = Array(all[start..<end])
    next = end < all.count ? base64URL(Array("from \(end)".utf8)) : nil
  }
}

extension Parameters {
  fileprivate func start(in count: Int) throws(FakeAWSError) -> Int {
    guard let token = self["next_token"], !token.isEmpty else { return 0 }
    guard let text = bytes(base64URL: token).map({ String(decoding: $0, as: UTF8.self) }),
      text.hasPrefix("from "), let start = Int(text.dropFirst(5)), (0..<count).contains(start)
    else { throw .invalidRequest("Invalid next token provided") }
    return start
  }

  fileprivate func maxResult() throws(FakeAWSError) -> Int {
    guard let text = self["max_result"] else { return 100 }
    guard let number = Int(text), (1...100).contains(number) else {
      throw .invalidRequest("max_result must lie between 1 and 100")
    }
    return number
  }
}
