import { describe, expect, test } from 'vitest'
import { noTimerIncludes, onePersonActs } from './inclusion-reach.ts'
import { readSources } from './sources.ts'
import type { Source } from './sources.ts'

const sources = readSources('proxy', 'shared')
const file = (path: string, text: string): Source => ({ path, text })

const sending = file('proxy/negativation/include.ts', 'void bureau.include(credentials, inclusion)')
const act = file('proxy/negativation/person-act.ts', 'export const personAct = () => {}')
const making = "import { personAct } from '../negativation/person-act.ts'"
const makers = ['negativations', 'batches'].map((name) => file(`proxy/routes/${name}.ts`, making))
const whole = [sending, act, ...makers]

describe('G31 · no timer, retry, import or start-up path reaches the inclusion', () => {
  test('here: by the module graph', () => expect(noTimerIncludes(sources)).toEqual([]))
  test('here: the two makers of a person’s act, one caller of the bureau', () =>
    expect(onePersonActs(sources)).toEqual([]))

  test('a direct way, a way over another file and a way at run time are breaches', () => {
    const direct = file('proxy/sweep/sweeper.ts', "import { include } from '../negativation/include.ts'")
    expect(noTimerIncludes([...whole, direct])).toEqual([
      'proxy/sweep/sweeper.ts → proxy/negativation/include.ts',
    ])
    const other = file('proxy/x.ts', "export { include } from './negativation/include.ts'")
    const far = file('proxy/negativation/runner.ts', "import {\n  x,\n} from '../x.ts'")
    expect(noTimerIncludes([...whole, other, far])).toEqual([
      'proxy/negativation/runner.ts → proxy/x.ts → proxy/negativation/include.ts',
    ])
    const late = file('proxy/tasks/tasks.ts', "await import('../negativation/person-act.ts')")
    expect(noTimerIncludes([...whole, late])).toHaveLength(1)
  })

  test('a type is no way', () => {
    const typed = file('proxy/sweep/a.ts', "import type { Include } from '../negativation/include.ts'")
    expect(noTimerIncludes([...whole, typed])).toEqual([])
  })

  test('a batch that is put right after a restart, or runs, takes neither by itself', () => {
    for (const name of ['recovery', 'old-batches', 'runner']) {
      const taking = file(`proxy/batch/${name}.ts`, making)
      expect(noTimerIncludes([...whole, taking])).toHaveLength(1)
      expect(onePersonActs([...whole, taking])).toHaveLength(1)
    }
  })

  test('a further maker, a second caller, and a missing file are breaches', () => {
    expect(onePersonActs(whole)).toEqual([])
    const second = file('proxy/cli/start.ts', making)
    const caller = file('proxy/sweep/a.ts', 'await bureau.include(x, y)')
    expect(onePersonActs([...whole, second, caller])).toHaveLength(2)
    expect(onePersonActs([act, ...makers])).toHaveLength(1)
    expect(onePersonActs([sending, act, makers[0]!])).toHaveLength(1)
  })
})
