import { formatDocument } from '../../../shared/document.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { GridRow } from '../../erps/erp.ts'
import type { IconName } from '../../ui/icon.tsx'
import type { InvoiceStanding } from '../status/panel-status.ts'
import type { InlineFeatures } from './inline-features.ts'
import type { Drawing } from './mark-element.tsx'

/** A button that was pressed, by its document or as the toolbar's: it opens something now, or could not. */
export interface Pressed {
  key: string
  isFailed: boolean
}

/** What is known when things of ours are drawn. */
export interface Knowledge {
  words: Texts['erpInline']
  features: InlineFeatures
  isDark: boolean
  pressed: Pressed | null
  /** How the invoices of the customer in the address stand; null while nothing is known. */
  standings: ReadonlyMap<string, InvoiceStanding> | null
}

/** The key of the toolbar's entry. */
export const toolbarKey = 'toolbar'

/** A row so high has room below its text; pixels. */
const highRow = 38

const signIcons: Record<InvoiceStanding, IconName> = {
  registered: 'current',
  removing: 'clock',
  eligible: 'todo',
}

/** A button opens one thing at a time, and says by itself when nothing opened. */
const afterPress = (drawing: Drawing, key: string, { pressed, words }: Knowledge): Drawing => {
  if (pressed?.key !== key) return drawing
  return pressed.isFailed ? { ...drawing, icon: 'warning', label: words.failed } : { ...drawing, isOff: true }
}

/** The entry in the ERP's toolbar: opens the panel in a customer's record, else proposes typing. */
export const toolbarDrawing = (isRecord: boolean, known: Knowledge): Drawing => {
  const { words } = known
  const label = isRecord ? words.panel : words.type
  return afterPress({ look: 'bar', icon: 'check', word: words.word, label }, toolbarKey, known)
}

/** What stands in a row of this height: a way to query the person, or how the invoice stands. Null for nothing. */
export const rowDrawing = (said: GridRow, height: number, known: Knowledge): Drawing | null => {
  const { words, features, standings } = known
  const look = known.isDark ? 'row dark' : 'row'
  if (said.kind === 'invoice') {
    const standing = features.marks && standings?.get(said.id)
    if (!standing) return null
    const sign = { look: `${look} sign ${standing}`, icon: signIcons[standing], word: words[standing] }
    return height < highRow ? sign : { ...sign, look: `${sign.look} below`, back: said.id.length }
  }
  if (!features.chips) return null
  const label = fill(words.chip, { document: formatDocument(said.document) })
  return afterPress({ look: `${look} chip`, icon: 'search', label }, said.document, known)
}
