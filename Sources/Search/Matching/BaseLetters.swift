/// The base letter of a Latin letter with an accent, a hook or a stroke; other characters are
/// returned unchanged.
///
/// The pairs are fzf's, determined by running fzf 0.67 for each letter: `zurich` finds Zürich,
/// `lodz` Łódź, `prod` ＰＲＯＤ.
func baseLetter(_ scalar: UInt32) -> UInt32 {
  guard scalar >= 0xC0, scalar <= 0xFF61 else { return scalar }
  if 0xFF01...0xFF5E ~= scalar { return scalar - 0xFEE0 }
  return baseLetters[scalar] ?? scalar
}

private let baseLetters: [UInt32: UInt32] = {
  var letters: [UInt32: UInt32] = [:]
  for (plain, others) in variants {
    for other in others.unicodeScalars { letters[other.value] = plain.value }
  }
  return letters
}()

private let variants: KeyValuePairs<Unicode.Scalar, String> = [
  ".": "｡",
  "A": "ÀÁÂÃÄÅȺᴀẤẦẨẪẬẮẰẲẴẶ",
  "B": "ƁɃʙᴃ",
  "C": "ÇȻᴄ",
  "D": "ƉƊᴅ",
  "E": "ÈÉÊËƎƐɆᴇẾỀỂỄỆ",
  "G": "Ɠɢʛ",
  "H": "ʜ",
  "I": "ÌÍÎÏİƗɪ",
  "J": "Ɉᴊ",
  "K": "ᴋ",
  "L": "Ƚʟᴌ",
  "M": "Ɯᴍ",
  "N": "ÑƝȠɴᴎ",
  "O": "ÒÓÔÕÖØƆƟᴏᴐỐỒỔỖỘỚỜỞỠỢ",
  "P": "ᴘ",
  "Q": "Ɋ",
  "R": "Ɍʀʁᴙᴚ",
  "T": "ƮȾᴛ",
  "U": "ÙÚÛÜɄᴜỨỪỬỮỰ",
  "V": "ƲɅᴠ",
  "W": "ᴡ",
  "Y": "ÝŸɎʏ",
  "Z": "ᴢ",
  "a": "àáâãäåāăąǎȁȃȧɐɑ\u{363}ḁẚạảấầẩẫậắằẳẵặ",
  "b": "ƀƃɓḃḅḇ",
  "c": "çćĉċčƈȼɕʗ\u{368}ↄ",
  "d": "ďđƌȡɖɗ\u{369}ḋḍḏḑḓ",
  "e": "èéêëēĕėęěǝȅȇȩɇɘɛɜɝɞʚ\u{364}ᴈḙḛẹẻẽếềểễệ",
  "f": "ƒḟ",
  "g": "ĝğġģǥǧǵɠɡḡ",
  "h": "ĥħȟɥɦʮ\u{36A}ḣḥḧḩḫẖₕ",
  "i": "ìíîïĩīĭįıǐȉȋɨ\u{365}ᴉᵢḭỉịⁱ",
  "j": "ĵǰȷɉɟʝ",
  "k": "ķƙǩʞḱḳḵₖ",
  "l": "ĺļľŀłƚȴɫɬɭḷḻḽₗ",
  "m": "ɯɰɱ\u{36B}ᴟḿṁṃₘ",
  "n": "ñńņňƞǹȵɲɳṅṇṉṋₙ",
  "o": "òóôõöøōŏőơǒǫȍȏȯɔɵ\u{366}ᴑᴒᴓᴖᴗọỏốồổỗộớờởỡợ",
  "p": "ƥṕṗₚ",
  "q": "ɋʠ",
  "r": "ŕŗřȑȓɍɹɺɻɼɽɾɿ\u{36C}ᵣṙṛṟ",
  "s": "ßśŝşšſșȿʂṡṣẛₛ",
  "t": "ţťŧƫƭțȶʇʈ\u{36D}ṫṭṯṱẗₜ",
  "u": "ùúûüũūŭůűųưǔȕȗʉ\u{367}ᴝᴞᵤṳṵṷụủứừửữự",
  "v": "ʋʌ\u{36E}ᵥṽṿ",
  "w": "ŵʍẁẃẅẇẉẘ",
  "x": "\u{36F}ẋẍ",
  "y": "ýÿŷƴȳɏʎẏẙỳỵỷỹ",
  "z": "źżžƶȥɀʐʑẑẓẕ",
]
