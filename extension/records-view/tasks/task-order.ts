import type { Task, TaskAction } from '../../../shared/api.ts'

const last = '9999-12-31'

/** The oldest deadline first, then the oldest task. */
export const inOrder = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((one, other) => {
    const [mine, theirs] = [one, other].map(
      ({ deadline, openedAt }) => `${deadline ?? last} ${openedAt}`,
    ) as [string, string]
    return mine < theirs ? -1 : mine > theirs ? 1 : 0
  })

const noted: ReadonlySet<TaskAction> = new Set(['confirm-listed', 'confirm-not-listed', 'keep'])

/** Whether a person has to write what was seen at the bureau, or why the name stays. */
export const wantsNote = (action: TaskAction): boolean => noted.has(action)
