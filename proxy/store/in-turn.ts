/** Runs the tasks given to it one after the other, in order; a failed one does not stop the next. */
export type InTurn = <Result>(task: () => Promise<Result>) => Promise<Result>

export const inTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => {})
    return result
  }
}
