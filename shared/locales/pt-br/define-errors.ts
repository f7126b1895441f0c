interface ErrorText {
  text: string
  hint: string
}

/** A table of error texts whose keys stay known to the compiler. */
export const define = <Code extends string>(table: Record<Code, ErrorText>): Record<Code, ErrorText> => table
