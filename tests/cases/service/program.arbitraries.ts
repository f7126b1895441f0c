import * as fc from 'fast-check'
import type { Program } from '../../../proxy/service/program.ts'

/** Signs that mean something in one of the three formats, accents, and what people write. */
const signs = [
  ...`aZ9| |é|ção|ñ|字|🙂|"|'|\\|%|%h|%%|$|$HOME|\${X}|$$|&|<|>|;|#|=|!|(|)|[|]|^|~|@|:|,|.|-|_`.split('|'),
  ']]>',
  '&amp;',
]

const name = (free: readonly string[]) =>
  fc.array(fc.constantFrom(...free), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))

const path = (without: RegExp) => {
  const free = signs.filter((sign) => !without.test(sign))
  return fc.array(name(free), { minLength: 1, maxLength: 4 }).map((names) => `/${names.join('/')}`)
}

/** Programs in folders of any name; systemd takes no quote in the path of Node. */
export const programs: fc.Arbitrary<Program> = fc
  .record({ node: path(/["'\\]/), bundle: path(/\//), folder: path(/\//) })
  .map(({ node, bundle, folder }) => ({
    node,
    bundle,
    folder,
    logs: `${folder}/log`,
    env: { NADA_CONSTA_HOME: folder, NADA_CONSTA_VAULT: 'file' },
  }))

/** What the Task Scheduler would not change. */
export const windowsPrograms = programs.filter(
  ({ node, bundle, folder }) => ![node, bundle, folder].some((text) => /%[^%]*%|\$\(/.test(text)),
)
