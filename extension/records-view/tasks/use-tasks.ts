import { useState } from 'preact/hooks'
import type { Task } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import { useRead } from '../../ui/use-read.ts'
import { inOrder } from './task-order.ts'

export interface ShownTask {
  task: Task
  /** It is open no more; it stays on the screen because a person was writing about it. */
  isGone: boolean
}

export interface Tasks {
  /** Null until they have been read. */
  shown: ShownTask[] | null
  error: AppError | null
  /** What was written about each, by the task's id. */
  notes: Readonly<Record<string, string>>
  write: (task: Task, note: string) => void
  /** The task is dealt with, or its note is given up. */
  drop: (id: string) => void
}

/** The open tasks, read with each tick; what a person is writing is never taken away by a read. */
export const useTasks = (tick: number): Tasks => {
  const { value, error } = useRead('tasks', tick, async () => (await call('tasks', {})).tasks)
  const [written, setWritten] = useState<Readonly<Record<string, { task: Task; note: string }>>>({})
  const [dropped, setDropped] = useState<readonly string[]>([])

  const open = (value ?? []).filter(({ id }) => !dropped.includes(id))
  const openIds = new Set(open.map(({ id }) => id))
  const gone = Object.values(written)
    .filter(({ task, note }) => note.trim() !== '' && !openIds.has(task.id))
    .map(({ task }) => task)
  return {
    shown: value && inOrder([...open, ...gone]).map((task) => ({ task, isGone: !openIds.has(task.id) })),
    error,
    notes: Object.fromEntries(Object.entries(written).map(([id, { note }]) => [id, note])),
    write: (task, note) => setWritten((known) => ({ ...known, [task.id]: { task, note } })),
    drop: (id) => {
      setWritten(({ [id]: _gone, ...others }) => others)
      setDropped((known) => [...known, id])
    },
  }
}
