import type { ServiceState } from './service-manager.ts'

/** Whether the service of the data folder answers: proved, not at all, or somebody else in its place. */
export type Answer = { port: number } | 'none' | 'stranger'

export type Advice = 'none' | 'install' | 'reinstall' | 'byHand' | 'byHandOnly' | 'restart' | 'readLog'

/** The one next step for what was found. */
export const serviceAdvice = ({ installed, current, running }: ServiceState, answer: Answer): Advice => {
  const isThere = typeof answer === 'object'
  if (!installed) return isThere && !running ? 'byHandOnly' : 'install'
  if (!current) return 'reinstall'
  if (!running) return isThere ? 'byHand' : 'restart'
  return isThere ? 'none' : 'readLog'
}
