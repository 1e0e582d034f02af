import Text

/// The validity of a text as the name of an AWS region.
package enum RegionName: Sendable, Hashable {
  /// A listed region, or one of the form of listed ones, which may be newer than the list.
  case usable
  /// Of the form of a partition's regions, but one letter different from a listed one.
  case unusual(nearest: String)
  /// A region in another notation: quoted, in capitals, or with an availability zone's letter.
  case miswritten(as: String)
  /// Not of any partition's form, so that AWS has no host with it in its name.
  case unknown(nearest: String?)

  package init(_ text: String) {
    if Partition.all.contains(where: { $0.regions.contains(text) }) {
      self = .usable
    } else if Partition.all.contains(where: { $0.holds(text) }) {
      self = misspelt(text).map { .unusual(nearest: $0) } ?? .usable
    } else if let region = regionMiswritten(as: text) {
      self = .miswritten(as: region)
    } else {
      let near = text.utf8.count < 3 ? nil : nearest(to: text, among: regions, limit: 1).first
      self = .unknown(nearest: near)
    }
  }
}

extension RegionName {
  /// A clause about a region's text that follows it in a sentence.
  package var problem: String {
    switch self {
    case .usable: "which is a region."
    case .unusual(let nearest): "which AWS does not list; did you mean \(nearest)?"
    case .miswritten(let region): "which is not an AWS region: write \(region)."
    case .unknown(nil): "which is not an AWS region; one looks like eu-west-1."
    case .unknown(let nearest?): "which is not an AWS region; did you mean \(nearest)?"
    }
  }
}

private var regions: [String] { Partition.all.flatMap(\.regions) }

/// The region that differs from a text of the right form by one letter, and not by its number.
private func misspelt(_ text: String) -> String? {
  func word(_ text: String) -> Substring { text.prefix { !$0.isNumber } }
  return regions.first { areOneEditApart(word(text), word($0)) && $0.last == text.last }
}

private func regionMiswritten(as text: String) -> String? {
  let plain = text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  let zone = plain.dropLast()
  return regions.first { region in
    let letters = region.filter { $0 != "-" }
    return letters == plain || letters == zone && plain.last?.isLetter == true
  }
}
