import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** Bytes on the heap that something still holds. */
export const heldBytes = async (): Promise<number> => {
  let least = Infinity
  for (let round = 0; round < 4; round += 1) {
    await turn()
    collect()
    least = Math.min(least, process.memoryUsage().heapUsed)
  }
  return least
}
