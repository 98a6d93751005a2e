/** Flags of `PageNode.state` between entering and leaving an element; higher bits count the marks of `enterBlock`. */

/** Something was opened that is to be closed: a mark, a bracket. */
export const entered = 1
/** A quote, an item or a note was begun. */
export const pushed = 2
/** It stands on lines of its own, though it is inline. */
export const boxed = 4
/** A part of a formula got brackets. */
export const bracketed = 8
/** The element was left out as a whole: no flag, but all that is said of it. */
export const left = -1
