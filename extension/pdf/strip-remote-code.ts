import type { Plugin } from 'vite'

/** An output mode of jsPDF that nobody calls loads a script from here; the Chrome Web Store refuses the string (G4). */
const remoteAddress = /https?:\/\/[^\s"'`<>\\)]+\.js\b(?!on)/g
const telltale = /cdnjs\.cloudflare\.com|pdfobject(?:\.min)?\.js/i

/** What jsPDF would load only for output modes we do not use: 180 KB, and chunks that a packed extension cannot find (G18). */
const optionalParts = new Set(['canvg', 'html2canvas', 'dompurify', 'core-js'])

const stub = '\0nada-consta:unused-part-of-jspdf'

const isJsPdf = (file: string | undefined): boolean => file !== undefined && /[\\/]jspdf[\\/]/.test(file)

/** Addresses of scripts in `code`, comments included: the store reads strings, not programs. */
export const remoteScripts = (code: string): string[] => [
  ...(code.match(remoteAddress) ?? []),
  ...(telltale.exec(code) ?? []),
]

/**
 * A Vite plug-in: takes the remote script and the optional parts out of jsPDF, and fails the build when the address of any
 * script is left anywhere in the output (parallax/jsPDF#3761; a new version may move it).
 */
export const stripRemoteCode = (): Plugin => ({
  name: 'nada-consta:strip-remote-code',
  enforce: 'pre',
  resolveId: (source, importer) => (optionalParts.has(source) && isJsPdf(importer) ? stub : null),
  load: (id) => (id === stub ? 'export default undefined' : null),
  transform: (code, id) =>
    isJsPdf(id) && remoteScripts(code).length > 0
      ? { code: code.replace(remoteAddress, ''), map: null }
      : null,
  generateBundle(_options, bundle) {
    for (const [file, output] of Object.entries(bundle)) {
      const text =
        output.type === 'chunk' ? output.code : typeof output.source === 'string' ? output.source : ''
      const found = remoteScripts(text)
      if (found.length > 0) this.error(`${file} holds the address of a remote script: ${found.join(', ')}`)
    }
  },
})
