import type { Plugin } from 'vite'

interface Cut {
  /** The library's file. */
  file: RegExp
  from: string
  to: string
}

/** The places where our libraries make code of a text. The extension's policy refuses it anyway; the stores warn of it. */
const cuts: readonly Cut[] = [
  // The probe for fast parsing, and the fast parser itself, that the policy never lets run.
  { file: /[\\/]zod[\\/]v4[\\/]core[\\/]util\.js$/, from: 'new F("")', to: 'throw F' },
  { file: /[\\/]zod[\\/]v4[\\/]core[\\/]util\.js$/, from: 'const F = Function;', to: 'const F = "refused";' },
  {
    file: /[\\/]zod[\\/]v4[\\/]core[\\/]doc\.js$/,
    from: 'const F = Function;',
    to: 'const F = () => { throw new Error("refused") };',
  },
  { file: /[\\/]zod[\\/]v4[\\/]core[\\/]doc\.js$/, from: 'new F(', to: 'F(' },
  // calc() inside a colour of the bureau's page: it was an exception that ended the PDF, now that part of the colour counts as 0.
  {
    file: /[\\/]html2canvas-pro[\\/]dist[\\/]/,
    from: "return new Function('return ' + expression)();",
    to: 'return 0;',
  },
]

const maker =
  /\beval\(|\bnew Function\b|(?<![\w.$])Function\(|=\s*Function\b(?!\s*[.(])|import\(\s*["'`]https?:/

/** The places in `code` that make code of a text or of an address, with what stands around them. */
export const codeMakers = (code: string): string[] =>
  [...code.matchAll(new RegExp(maker, 'g'))].map(({ index }) =>
    code.slice(Math.max(0, index - 20), index + 40),
  )

/**
 * A Vite plug-in: takes out of the libraries what makes code of a text, and fails the build when such a place is left, or when a
 * library has changed so that a cut no longer finds its place.
 */
export const noCodeFromText = (): Plugin => ({
  name: 'nada-consta:no-code-from-text',
  enforce: 'pre',
  transform(code, id) {
    const file = id.split('?')[0] ?? id
    const mine = cuts.filter((cut) => cut.file.test(file))
    if (mine.length === 0) return null
    for (const { from } of mine) if (!code.includes(from)) this.error(`${file} no longer holds ${from}`)
    return { code: mine.reduce((text, { from, to }) => text.replaceAll(from, to), code), map: null }
  },
  generateBundle(_options, bundle) {
    for (const [file, output] of Object.entries(bundle)) {
      const found = output.type === 'chunk' ? codeMakers(output.code) : []
      if (found.length > 0) this.error(`${file} makes code of a text: ${found.join(' … ')}`)
    }
  },
})
