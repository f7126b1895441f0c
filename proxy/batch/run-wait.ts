import { setTimeout as pass } from 'node:timers/promises'
import type { Wait } from './lane.ts'

/** Waits on the machine's own clock; keeps no process alive. */
export const timerWait: Wait = (milliseconds, signal) =>
  pass(milliseconds, undefined, { signal, ref: false }).catch(() => {})
