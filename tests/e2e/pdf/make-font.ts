/**
 * Writes extension/pdf/font/nada-consta-sans.ttf anew: `npx node tests/e2e/pdf/make-font.ts`.
 * Needed only after a change of characters.ts or of the dejavu-fonts-ttf package; a test compares the file with it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fontCharacters } from '../../../extension/pdf/font/characters.ts'
import { reduceFont } from '../../../extension/pdf/font/reduce-font.ts'

const path = (relative: string): URL => new URL(`../../../${relative}`, import.meta.url)

export const fontPath = path('extension/pdf/font/nada-consta-sans.ttf')

/** The reduced font, made from the installed package. */
export const makeFont = (): Uint8Array =>
  reduceFont(
    readFileSync(path('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    fontCharacters(),
    'Nada Consta Sans',
  )

if (import.meta.main) writeFileSync(fontPath, makeFont())
