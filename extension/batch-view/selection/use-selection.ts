import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { z } from 'zod'
import type { Model } from '../candidates/model.ts'
import { reconcile } from './reconcile.ts'
import type { Chosen, Selection } from './select.ts'
import { allChosen, selectionOf } from './select.ts'
import { readSelectionText, selectionText } from './selection-text.ts'
import { useKept } from './use-kept.ts'

/** Chosen invoices that are no longer what they were when they were chosen. */
export interface Lost {
  gone: number
  barred: number
}

export interface SelectionState {
  selection: Selection
  /** Null until the session memory has been read: nothing may be changed before. */
  change: ((next: (known: Selection) => Selection) => void) | null
  /** Takes much away at once; it can be undone until the next change. */
  drop: (next: (known: Selection) => Selection) => void
  /** Null when there is nothing to undo. */
  undo: (() => void) | null
  /** What the last reading took out of the selection; null when it took nothing. */
  lost: Lost | null
  noteLost: () => void
}

/**
 * The selection of one ERP. It lies in the browser's session memory, and stands through filters, orders, closing the popup and reading
 * again; `isWhole` says that everything was read, so that what is missing is gone.
 */
export const useSelection = (erpId: string, model: Model, isWhole: boolean): SelectionState => {
  const kept = useKept(`candidate-selection:${erpId}`, z.string(), '')
  const [held, setHeld] = useState<Selection | null>(null)
  const [before, setBefore] = useState<Chosen | null>(null)
  const [lost, setLost] = useState<Lost | null>(null)
  const isRead = kept.value !== null

  const selection = useMemo(() => {
    if (held?.model === model) return held
    return selectionOf(held ? allChosen(held) : readSelectionText(kept.value ?? ''), model)
  }, [held, model, isRead])

  // Two changes may come before the next drawing: the second one follows the first
  const latest = useRef(selection)
  latest.current = selection

  const put = (next: Selection) => {
    latest.current = next
    setHeld(next)
    kept.change(() => selectionText(allChosen(next)))
  }

  useEffect(() => {
    if (!isRead || !isWhole) return
    const { chosen, gone, barred } = reconcile(allChosen(selection), model)
    if (gone + barred === 0) return
    put(selectionOf(chosen, model))
    setBefore(null)
    setLost({ gone, barred })
  }, [isRead, isWhole, model])

  return {
    selection,
    change: isRead
      ? (next) => {
          setBefore(null)
          put(next(latest.current))
        }
      : null,
    drop: (next) => {
      setBefore(allChosen(latest.current))
      put(next(latest.current))
    },
    undo: before
      ? () => {
          put(selectionOf(before, model))
          setBefore(null)
        }
      : null,
    lost,
    noteLost: () => setLost(null),
  }
}
