import type { Texts } from '../../../../shared/locales/texts.ts'
import { AttentionLine } from './attention-line.tsx'
import type { PanelNotice } from './panel-state.ts'

interface PanelNoticeLineProps {
  notice: PanelNotice | null
  words: Texts['erp']['panel']
}

type SaidKind = Exclude<PanelNotice['kind'], 'error'>

const doubts: readonly SaidKind[] = ['changed', 'lost', 'lostWindow']

const Said = ({ kind, words }: { kind: SaidKind; words: PanelNoticeLineProps['words'] }) =>
  doubts.includes(kind) ? <AttentionLine>{words[kind]}</AttentionLine> : <p class="hint">{words[kind]}</p>

/** What became of the last press. The region stands before its text does, or a screen reader stays silent. */
export const PanelNoticeLine = ({ notice, words }: PanelNoticeLineProps) => (
  <output class="notice">
    {notice?.kind === 'error' && (
      <AttentionLine>
        {notice.text} {notice.hint}
      </AttentionLine>
    )}
    {notice && notice.kind !== 'error' && <Said kind={notice.kind} words={words} />}
  </output>
)
