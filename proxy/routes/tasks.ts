import type { Tasks } from '../tasks/tasks.ts'
import { actorOf } from './actor.ts'
import type { Handlers } from './handlers.ts'

export const tasksHandlers = (
  tasks: Pick<Tasks, 'list' | 'resolve'>,
): Pick<Handlers, 'tasks' | 'taskResolve'> => ({
  tasks: async () => ({ tasks: await tasks.list() }),
  taskResolve: ({ id, ...input }, caller) => tasks.resolve(id, input, actorOf(caller)),
})
