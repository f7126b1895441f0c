import type { OperationParsed, Task, TaskKind } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Act, Ledger } from '../negativation/ledger.ts'
import { program } from '../negativation/ledger.ts'
import { transition } from '../negativation/machine.ts'
import { inTurn } from '../store/in-turn.ts'
import type { HistoryRecord, NegativationRecord, TaskRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'
import { resolving } from './resolve.ts'
import type { TaskWish, TaskWishes } from './task-changes.ts'
import { resolvedTask, settledTask, taskChanges } from './task-changes.ts'
import { actionsOf, stillHolds } from './task-rules.ts'

export type TaskInput = Omit<OperationParsed<'taskResolve'>, 'id'>

/** What only a person can decide: each open task says what is known and what may be done. */
export interface Tasks {
  /** Nothing happens when such a task stands open already, or when a person took note of the same facts. */
  open(kind: TaskKind, record: NegativationRecord, params?: Task['params']): Promise<void>
  /** The reason is gone: the task is closed by the program. */
  close(kind: TaskKind, negativationId: string): Promise<void>
  /** A transition together with the tasks that it opens and closes, in one commit. Null as with `Ledger.apply`. */
  act(
    id: string,
    decide: (record: NegativationRecord) => Act | null,
    wishes: (after: NegativationRecord, before: NegativationRecord) => TaskWishes,
  ): Promise<NegativationRecord | null>
  /** A record that begins together with its tasks, in one commit. Null as with `Ledger.begin`. */
  begin(
    draft: NegativationRecord,
    entry: HistoryRecord,
    act: Act,
    wishes: (after: NegativationRecord) => TaskWishes,
  ): Promise<NegativationRecord | null>
  /** Opens with what the bureau said, and closes, without a transition. */
  settle(record: NegativationRecord, wishes: TaskWishes): Promise<void>
  /** The open ones: the nearest deadline first, then the oldest. */
  list(): Promise<Task[]>
  /** @throws `task-unknown`, `task-resolved`, `task-action-refused`, `note-missing`, `removal-reason-unknown` */
  resolve(id: string, input: TaskInput, actor: string): Promise<Task>
  /** Told when a person wants a record looked at now. Returns a function that ends it. */
  onLookAgain(listener: (negativationId: string) => void): () => void
  /** After a start: closes what a crash left open although its reason was gone. */
  recover(): Promise<void>
  /** Resolves when nothing is being closed any more. */
  idle(): Promise<void>
}

interface TasksDeps {
  store: Store
  ledger: Ledger
  clock: Clock
  random: Random
  /** Told when a task could not be closed; it is tried again with the record's next change or the next start. */
  onFailure?: (thrown: unknown) => void
}

/** A task as a screen sees it. */
export const taskView = ({ isOpen: _isOpen, isStanding: _isStanding, ...task }: TaskRecord): Task => task

const last = '9999-12-31'
const order = ({ deadline, openedAt }: TaskRecord): string => `${deadline ?? last} ${openedAt}`

export const createTasks = ({ store, ledger, clock, random, onFailure = () => {} }: TasksDeps): Tasks => {
  const turn = inTurn()
  const lookAgain = new Set<(negativationId: string) => void>()
  /** The records with a standing task, so that a change of any other record costs nothing; null until it is read. */
  let withTasks: Set<string> | null = null
  const now = (): string => new Date(clock()).toISOString()
  const newId = (): string => Buffer.from(random(12)).toString('base64url')

  const recordsWithTasks = async (): Promise<Set<string>> => {
    withTasks ??= new Set(
      (await store.query('tasks', { isStanding: true })).map(({ negativationId }) => negativationId),
    )
    return withTasks
  }
  const standingOf = async (negativationId: string): Promise<TaskRecord[]> =>
    (await recordsWithTasks()).has(negativationId)
      ? await store.query('tasks', { negativationId, isStanding: true })
      : []
  const commit = async (changes: readonly Change[]): Promise<void> => {
    if (changes.length > 0) await store.commit(changes, { outcome: true })
  }
  const noteTasks = async (id: string, changes: readonly Change[]): Promise<void> => {
    if (changes.length > 0) (await recordsWithTasks()).add(id)
  }

  const settle = (record: NegativationRecord, wishes: TaskWishes): Promise<void> =>
    turn(async () => {
      const standing = await standingOf(record.id)
      const changes = taskChanges(wishes, { record, standing, at: now(), newId }, program)
      await noteTasks(record.id, changes)
      await commit(changes)
    })

  const closeMeaningless = (record: NegativationRecord): Promise<void> =>
    turn(async () => {
      const standing = await standingOf(record.id)
      const gone = standing.filter((task) => !stillHolds(task.kind, record))
      await commit(
        gone.map((task) => ({
          collection: 'tasks',
          id: task.id,
          value: settledTask(task, now(), program),
        })),
      )
      if (gone.length === standing.length) (await recordsWithTasks()).delete(record.id)
    })

  let settling: Promise<unknown> = Promise.resolve()
  ledger.watch((record) => {
    if (withTasks?.has(record.id))
      settling = Promise.all([settling, closeMeaningless(record).catch(onFailure)])
  })

  /** With what may be done at this moment: the record may have moved since the task was opened. */
  const current = async (task: TaskRecord): Promise<TaskRecord> => {
    const record = await ledger.get(task.negativationId)
    return { ...task, actions: actionsOf(task.kind, record), deadline: record.removal?.deadline ?? null }
  }
  const find = async (id: string): Promise<TaskRecord> => {
    const [task] = await store.query('tasks', { id })
    if (!task) throw new AppError('task-unknown')
    if (!task.isOpen) throw new AppError('task-resolved', { params: { by: task.resolved?.by ?? program } })
    return current(task)
  }

  return {
    open: (kind, record, params) =>
      settle(record, { open: [params ? { kind, params } : { kind }] satisfies TaskWish[] }),
    close: async (kind, negativationId) => {
      if (!(await recordsWithTasks()).has(negativationId)) return
      await settle(await ledger.get(negativationId), { close: [kind] })
    },
    settle,
    act: (id, decide, wishes) =>
      turn(async () => {
        const standing = await standingOf(id)
        let changes: Change[] = []
        const after = await ledger.apply(id, (before) => {
          const act = decide(before)
          const at = now()
          const moved = act && transition(before, act.event, at, act.actor)
          if (!act || !moved) return null
          const { record } = moved
          changes = taskChanges(wishes(record, before), { record, standing, at, newId }, program)
          return { ...act, with: [...(act.with ?? []), ...changes] }
        })
        await noteTasks(id, changes)
        return after
      }),
    begin: (draft, entry, act, wishes) =>
      turn(async () => {
        const at = now()
        const moved = transition(draft, act.event, at, act.actor)
        if (!moved) return null
        const { record } = moved
        const changes = taskChanges(wishes(record), { record, standing: [], at, newId }, program)
        await noteTasks(record.id, changes)
        return ledger.begin(draft, entry, { ...act, with: [...(act.with ?? []), ...changes] })
      }),
    list: async () =>
      (await Promise.all((await store.query('tasks', { isOpen: true })).map(current)))
        .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
        .map(taskView),
    resolve: (id, input, actor) =>
      turn(async () => {
        const task = await find(id)
        const act = await resolving(store, task, input, actor)
        const resolved = resolvedTask(task, {
          at: now(),
          by: actor,
          action: input.action,
          note: input.note,
        })
        const change: Change = { collection: 'tasks', id, value: resolved }
        if (!act) await store.commit([change], { outcome: true })
        else if (!(await ledger.apply(task.negativationId, () => ({ ...act, with: [change] }))))
          throw new AppError('task-action-refused')
        if (input.action === 'look-again') for (const listener of lookAgain) listener(task.negativationId)
        return taskView(resolved)
      }),
    onLookAgain: (listener) => {
      lookAgain.add(listener)
      return () => void lookAgain.delete(listener)
    },
    recover: async () => {
      for (const id of await recordsWithTasks()) await closeMeaningless(await ledger.get(id))
    },
    idle: async () => {
      await settling
      await turn(async () => {})
    },
  }
}
