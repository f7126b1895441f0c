/** Thrown out of a wait that was given up because the service stops. Not a failure. */
export class Stopped extends Error {}

/** Lets a read of the ERP be given up at once: it changes nothing, and nothing of it is kept afterwards. */
export interface UntilStopped {
  <Answer>(read: () => Promise<Answer>): Promise<Answer>
}

export const stoppable = (): { until: UntilStopped; stop: () => void; isStopped: () => boolean } => {
  const end = Promise.withResolvers<never>()
  end.promise.catch(() => {})
  let isStopped = false
  return {
    until: async (read) => {
      if (isStopped) throw new Stopped()
      return Promise.race([read(), end.promise])
    },
    stop: () => {
      isStopped = true
      end.reject(new Stopped())
    },
    isStopped: () => isStopped,
  }
}
