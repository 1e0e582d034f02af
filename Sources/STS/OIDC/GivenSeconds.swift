/// A time in an answer, in seconds from now; one that no service means, of more than ten years, is none.
struct Lifetime: Decodable, Sendable {
  let count: Int

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let seconds = try? container.decode(Int.self), 0...315_360_000 ~= seconds else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no usable time")
    }
    count = seconds
  }
}
