import type { Task, TaskAction, TaskKind } from '../../shared/api.ts'
import type { NegativationRecord, TaskRecord } from '../store/records.ts'
import type { Change } from '../store/store.ts'
import type { Heard } from './facts.ts'
import { factsOf } from './facts.ts'
import { actionsOf, staysStanding } from './task-rules.ts'

/** A task that is to stand open. */
export interface TaskWish {
  kind: TaskKind
  params?: Task['params']
  /** The bureau's answer behind it, where there was one. */
  heard?: Heard
}

/** What a transition means for the record's tasks. */
export interface TaskWishes {
  open?: readonly TaskWish[]
  close?: readonly TaskKind[]
}

const put = (task: TaskRecord): Change => ({ collection: 'tasks', id: task.id, value: task })

const sameParams = (one: Task['params'], other: Task['params']): boolean =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name])

/** The task after a person's, or the program's, act. */
export const resolvedTask = (
  task: TaskRecord,
  resolved: { at: string; by: string; action: TaskAction; note: string },
): TaskRecord => ({
  ...task,
  isOpen: false,
  isStanding: staysStanding(task.kind, resolved.action),
  resolved,
})

/** Takes a task away whose reason is gone; what a person did about it stays as it is. */
export const settledTask = (task: TaskRecord, at: string, by: string): TaskRecord => ({
  ...task,
  isOpen: false,
  isStanding: false,
  resolved: task.resolved ?? { at, by, action: 'acknowledge', note: '' },
})

interface Setting {
  record: NegativationRecord
  /** The record's tasks that still stand. */
  standing: readonly TaskRecord[]
  at: string
  newId: () => string
}

/** One open task per record and kind; the facts of one that stands open already are brought up to date when they changed. */
export const openingOf = (wish: TaskWish, { record, standing, at, newId }: Setting): TaskRecord | null => {
  const { kind, params = {}, heard } = wish
  const earlier = standing.filter((task) => task.kind === kind)
  const open = earlier.find((task) => task.isOpen)
  if (!open && earlier.some((task) => sameParams(task.params, params))) return null
  if (open && sameParams(open.params, params)) return null
  return {
    ...(open ?? { id: newId(), openedAt: at }),
    kind,
    negativationId: record.id,
    person: { name: record.debtor.name, document: record.debtor.document },
    totalCents: record.totalCents,
    deadline: record.removal?.deadline ?? null,
    ...factsOf(record, heard ?? null, at),
    actions: actionsOf(kind, record),
    params,
    resolved: null,
    isOpen: true,
    isStanding: true,
  }
}

/** The changes that bring the record's tasks to what is wished. */
export const taskChanges = (wishes: TaskWishes, setting: Setting, by: string): Change[] => [
  ...setting.standing
    .filter(({ kind }) => wishes.close?.includes(kind))
    .map((task) => put(settledTask(task, setting.at, by))),
  ...(wishes.open ?? []).flatMap((wish) => {
    const task = openingOf(wish, setting)
    return task ? [put(task)] : []
  }),
]
