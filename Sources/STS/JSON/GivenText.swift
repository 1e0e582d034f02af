/// A text that must not be empty, nor hold control characters: it goes into headers and environments.
struct NonEmptyString: Decodable, Sendable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    text = try container.decode(String.self)
    guard !text.isEmpty, !text.unicodeScalars.contains(where: isControl) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no usable text")
    }
  }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || scalar.value == 0x7F
}
