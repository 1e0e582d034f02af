import CPosix

/// Fewer files may be open at once than what is to be done needs.
package struct TooFewDescriptors: Error, Hashable, CustomStringConvertible {
  package let needed: Int

  package var description: String {
    "No more files can be open at once than are open already, and calls to AWS need \(needed) more. Raise the limit, "
      + "such as with `ulimit -n 1024`, and try again."
  }
}

/// Throws where so many files more cannot be open at once: NIO ends the program then.
package func checkDescriptors(_ needed: Int) throws(TooFewDescriptors) {
  guard switchback_can_open(Int32(needed)) else { throw TooFewDescriptors(needed: needed) }
}
