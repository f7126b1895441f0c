import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Clock } from '../../shared/clock.ts'
import type { LoadBatch } from './batch-part.tsx'
import { BatchPart } from './batch-part.tsx'
import { HomePart } from './home-part.tsx'
import type { PopupPlace } from './popup-place.ts'
import { keepPopupPlace } from './popup-place.ts'

interface PopupViewProps {
  /** Where it stood when it was closed. */
  first: PopupPlace
  loadBatch: LoadBatch
  clock?: Clock
}

/** The toolbar's popup: the day, and behind it the batch page. */
export const PopupView = ({ first, loadBatch, clock = Date.now }: PopupViewProps) => {
  const [place, setPlace] = useState(first)
  const [isBack, setBack] = useState(false)
  const go = (next: PopupPlace, batchPlace: string) => {
    history.replaceState(null, '', `${location.pathname}${batchPlace && `#${batchPlace}`}`)
    setBack(next === 'home')
    setPlace(next)
    // Without the memory of the browser the popup only opens at the day again.
    keepPopupPlace(browser.storage.session, next).catch(() => undefined)
  }
  return place === 'batch' ? (
    <BatchPart clock={clock} load={loadBatch} onBack={() => go('home', '')} />
  ) : (
    <HomePart clock={clock} isBack={isBack} onBatch={(batchPlace) => go('batch', batchPlace)} />
  )
}
