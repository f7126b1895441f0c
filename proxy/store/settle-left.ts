interface LeftDeps {
  /** Which records an earlier process left; asked once. */
  find: () => Promise<string[]>
  /** Ends what was left of one; once more when it throws. */
  settle: (id: string) => Promise<unknown>
  /** Told when the disk did not take it; the next `run` tries again. */
  onFailure: (thrown: unknown) => void
}

/**
 * What an earlier process left, from the disk alone. The first `run` notes which they are; what this process begins later is none of
 * them. What could not be settled waits for the next `run`.
 */
export const settleLeft = ({ find, settle, onFailure }: LeftDeps) => {
  let left: string[] | null = null

  const isSettled = async (id: string): Promise<boolean> => {
    try {
      await settle(id)
      return true
    } catch (thrown) {
      onFailure(thrown)
      return false
    }
  }

  return {
    run: async (): Promise<void> => {
      left ??= await find()
      const unsettled: string[] = []
      for (const id of left) if (!(await isSettled(id))) unsettled.push(id)
      left = unsettled
    },
  }
}
