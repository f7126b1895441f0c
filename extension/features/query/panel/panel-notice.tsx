import type { Texts } from '../../../../shared/locales/texts.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { PanelNotice } from './panel-state.ts'

interface PanelNoticeLineProps {
  notice: PanelNotice | null
  words: Texts['erp']['panel']
}

/** What became of the last press. The region stands before its text does, or a screen reader stays silent. */
export const PanelNoticeLine = ({ notice, words }: PanelNoticeLineProps) => (
  <output class="notice">
    {notice?.kind === 'error' && (
      <p class="attention">
        <Icon name="warning" />
        <span>
          {notice.text} {notice.hint}
        </span>
      </p>
    )}
    {(notice?.kind === 'changed' || notice?.kind === 'lost') && (
      <p class="attention">
        <Icon name="warning" />
        <span>{words[notice.kind]}</span>
      </p>
    )}
    {(notice?.kind === 'opening' || notice?.kind === 'opened') && <p class="hint">{words[notice.kind]}</p>}
  </output>
)
