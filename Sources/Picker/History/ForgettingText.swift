import Canvas

extension Model {
  func text(of forgetting: DeletionPrompt) -> BoxedText {
    let count = forgetting.ids.count
    let title = count == 1 ? "Delete 1 switch?" : "Delete \(count) switches?"
    let which =
      count == history?.count
      ? "This deletes your entire history." : "This deletes all that the query finds."
    let field = forgetting.field
    return BoxedText(
      title: title, isDanger: true,
      body: [.text(""), .text("\(which) Type \(DeletionPrompt.confirmationWord) to confirm.")]
        + (forgetting.isRefused ? [.warning("That doesn't match.")] : [])
        + [
          .text(""), .field(field, prompt: marks.prompt + " "),
          .text(""),
        ])
  }
}
