export type TypedProblem = 'missing' | 'digits' | 'differs'

/** What is wrong with the number that a person typed to say how many people it is about; null when it is that number. */
export const typedProblem = (typed: string, people: number): TypedProblem | null => {
  const text = typed.trim()
  if (text === '') return 'missing'
  if (text === String(people)) return null
  return /^\d+$/.test(text) ? 'differs' : 'digits'
}

/** Whether to say it already: not while the right number may still come of what is typed. */
export const isTypedWrong = (typed: string, people: number): boolean =>
  typedProblem(typed, people) !== null && !String(people).startsWith(typed.trim())
