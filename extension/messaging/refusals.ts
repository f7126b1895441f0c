const listeners = new Set<() => void>()

/** Calls `listener` whenever the service refused something for want of a right; gives the way to end it. */
export const onRefused = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Tells everybody who offers something that this browser's rights are no longer what they were. */
export const tellRefused = (): void => {
  for (const listener of listeners) listener()
}
