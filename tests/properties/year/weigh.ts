import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** Without compiled code, which comes and goes as the engine likes. */
const objectBytes = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name: name }) => !/code|trusted/.test(name))
    .reduce((sum, { space_used_size: used }) => sum + used, 0)

/** Bytes of objects on the heap that something still holds. */
export const heldBytes = async (): Promise<number> => {
  let least = Infinity
  for (let round = 0; round < 6; round += 1) {
    await turn()
    collect()
    least = Math.min(least, objectBytes())
  }
  return least
}
