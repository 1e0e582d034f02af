import Canvas

extension Model {
  func text(of forgetting: Forgetting) -> BoxedText {
    let count = forgetting.ids.count
    let title = count == 1 ? "Forget this switch?" : "Forget these \(count) switches?"
    let which =
      count == history?.count
      ? "They are all of the history." : "They are all that the query finds."
    let field = forgetting.field
    return BoxedText(
      title: title, isDanger: true,
      body: [.text(""), .text("\(which) To go on, type: \(Forgetting.word)")]
        + (forgetting.wrong ? [.warning("That is another word.")] : [])
        + [
          .text(""), .field(field, prompt: marks.prompt + " "),
          .text(""),
        ])
  }
}
