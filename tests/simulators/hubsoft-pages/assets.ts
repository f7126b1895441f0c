import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Answer } from './answer.ts'
import { text } from './answer.ts'
import { iconStyles } from './icons.ts'
import { scriptLibraries, styleLibraries } from './libraries.ts'
import { apiHost } from './hosts.ts'
import { expiredToken, sessionToken } from './session-token.ts'
import { switchTable } from './switches.ts'

const appFolder = join(import.meta.dirname, 'app')

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
}

/** Files of the pages, by the path under which they are served. Read once: only listed files can be asked for. */
const appFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(appFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`/assets/${relative(appFolder, file).split(sep).join('/')}`, file]),
)

const libraryFiles: ReadonlyMap<string, string> = new Map(
  [...scriptLibraries, ...styleLibraries].map(([name, file]) => [`/libraries/${name}`, file]),
)

/** The made parts: what the pages know of the switch table and of their API. */
function madeAsset(path: string, port: number): Answer | undefined {
  if (path === '/assets/icons.css') return text(200, 'text/css', iconStyles)
  if (path !== '/assets/settings.js') return undefined
  const settings = { api: `http://${apiHost}:${port}/api/v1`, switchTable, sessionToken, expiredToken }
  return text(200, 'text/javascript', `window.hubsoftSettings = ${JSON.stringify(settings)}\n`)
}

/** A library, a file of the pages or a made part; undefined when `path` names none of them. */
export function findAsset(path: string, port: number): Answer | undefined {
  const made = madeAsset(path, port)
  if (made !== undefined) return made
  const file = libraryFiles.get(path) ?? appFiles.get(path)
  if (file === undefined) return undefined
  const { status, headers, body } = text(
    200,
    mediaTypes[extname(file)] ?? 'application/octet-stream',
    readFileSync(file, 'utf8'),
  )
  // As long as a server lives: each has a port of its own, and a browser need not read 2 MB of scripts for every page.
  return { status, headers: { ...headers, 'cache-control': 'max-age=3600' }, body }
}

const scriptTag = (path: string): string => `<script src="${path}"></script>`
const moduleTag = (path: string): string => `<script type="module" src="${path}"></script>`
const styleTag = (path: string): string => `<link rel="stylesheet" href="${path}">`

/** `index.html` with its libraries, scripts and styles. `main.js` makes the application, so it comes first. */
export function indexPage(nonce: string): string {
  const scripts = [...appFiles.keys()]
    .filter((path) => path.endsWith('.js') && path !== '/assets/main.js')
    .toSorted()
  const styles = [...appFiles.keys()].filter((path) => path.endsWith('.css')).toSorted()
  const head = [
    ...[...styleLibraries.keys()].map((name) => styleTag(`/libraries/${name}`)),
    ...styles.map(styleTag),
    styleTag('/assets/icons.css'),
  ]
  const body = [
    ...[...scriptLibraries.keys()].map((name) => scriptTag(`/libraries/${name}`)),
    scriptTag('/assets/settings.js'),
    ...['/assets/main.js', ...scripts].map(moduleTag),
  ]
  return readFileSync(join(appFolder, 'index.html'), 'utf8')
    .replace('<!-- styles -->', head.join('\n    '))
    .replace('<!-- scripts -->', body.join('\n    '))
    .replace('nonce-of-this-server', nonce)
}
