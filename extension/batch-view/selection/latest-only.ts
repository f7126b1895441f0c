/**
 * Writes each value at once; of those that come while a write is under way, the last one follows it. A write that fails is no loss
 * for the page, which holds the value itself.
 */
export const latestOnly = <Value>(write: (value: Value) => Promise<void>): ((value: Value) => void) => {
  let isWriting = false
  let next: { value: Value } | null = null
  const flush = async (value: Value) => {
    isWriting = true
    await write(value).catch(() => undefined)
    isWriting = false
    const waiting = next
    next = null
    if (waiting) await flush(waiting.value)
  }
  return (value) => {
    if (isWriting) next = { value }
    else void flush(value)
  }
}
