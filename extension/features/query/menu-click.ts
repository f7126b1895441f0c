import type { Menus, Tabs } from 'webextension-polyfill'
import type { ContextMenu } from './context-menu.ts'
import type { LastSelection } from './last-selection.ts'
import type { OpenReport } from './open-report.ts'
import type { OwnDocuments } from './own-documents.ts'
import { selectionDraft } from './read-selection.ts'

interface MenuClickParts {
  menu: Pick<ContextMenu, 'isOurs'>
  selection: Pick<LastSelection, 'of'>
  open: OpenReport
  own: OwnDocuments
}

/**
 * Opens the report tab for what is selected at the click, never for what the menu's title said. The browser's own text counts;
 * for a field where it gives none, what the content script told last (case G29).
 */
export const menuClick =
  ({ menu, selection, open, own }: MenuClickParts) =>
  async (info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> => {
    if (!menu.isOurs(info)) return
    const text = info.selectionText?.trim() ? info.selectionText : await selection.of(tab?.id)
    await open(selectionDraft(text, await own()), tab?.id)
  }
