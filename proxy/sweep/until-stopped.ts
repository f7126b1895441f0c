/** Thrown out of a wait that was given up because the service stops. Not a failure. */
export class Stopped extends Error {}

/** Lets a read of the ERP be given up at once: it changes nothing, and nothing of it is kept afterwards. */
export interface UntilStopped {
  <Answer>(read: () => Promise<Answer>): Promise<Answer>
}

export const stoppable = (): { until: UntilStopped; stop: () => void; isStopped: () => boolean } => {
  // Each read gives its place back. Racing every one of them against one promise that lives as long as the service would keep all their answers.
  const giveUps = new Set<() => void>()
  let isStopped = false
  return {
    until: async (read) => {
      if (isStopped) throw new Stopped()
      const stopped = Promise.withResolvers<never>()
      const giveUp = (): void => stopped.reject(new Stopped())
      giveUps.add(giveUp)
      try {
        return await Promise.race([read(), stopped.promise])
      } finally {
        giveUps.delete(giveUp)
      }
    },
    stop: () => {
      isStopped = true
      for (const giveUp of giveUps) giveUp()
    },
    isStopped: () => isStopped,
  }
}
