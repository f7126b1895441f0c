import { render } from 'preact'
import browser from 'webextension-polyfill'
import { readPopupPlace } from '../../popup-view/popup-place.ts'
import { PopupView } from '../../popup-view/popup-view.tsx'
import { LocaleRoot } from '../../ui/locale-root.tsx'
import '../../ui/styles/index.css'
import '../../popup-view/popup-view.css'
import '../../batch-view/batch-styles.css'

const loadBatch = async () => (await import('../../batch-view/batch-page.tsx')).BatchPage

const open = async (root: HTMLElement): Promise<void> => {
  const first = await readPopupPlace(browser.storage.session)
  // Fetched while the first frame is drawn
  if (first === 'batch') loadBatch().catch(() => undefined)
  render(<LocaleRoot>{() => <PopupView first={first} loadBatch={loadBatch} />}</LocaleRoot>, root)
}

const root = document.getElementById('root')
if (root) void open(root)
