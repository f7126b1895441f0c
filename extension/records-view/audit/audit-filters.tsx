import { useState } from 'preact/hooks'
import type { AuditKind } from '../../../shared/api.ts'
import { auditKinds } from '../../../shared/api.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { formatDocument } from '../../../shared/document.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DocumentField } from '../../ui/document-field.tsx'
import { entryError } from '../../ui/entry-error.ts'
import { documentEntry, maskDocument } from '../../ui/mask-document.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { AuditChoice, AuditProblems } from './audit-filter.ts'
import { auditPeriods } from './audit-filter.ts'

interface AuditFiltersProps {
  choice: AuditChoice
  problems: AuditProblems
  /** Everybody who did something in the period. */
  actors: readonly string[]
  today: CalendarDate
  onChoice: (change: Partial<AuditChoice>) => void
}

/** Which acts are shown: kinds as chips, then period, operator and document. */
export const AuditFilters = (props: AuditFiltersProps) => {
  const { choice, problems, today, onChoice } = props
  const { filters: words } = useTexts().audit
  return (
    <search class="audit-filters" aria-label={words.label}>
      <KindChips kinds={choice.kinds} onKinds={(kinds) => onChoice({ kinds })} />
      <div class="filter-fields">
        <SelectField
          label={words.period}
          value={choice.period}
          options={auditPeriods.map((value) => ({ value, text: words.periods[value] }))}
          onValue={(period) => onChoice({ period })}
        />
        {choice.period === 'range' ? (
          <>
            <DateField
              label={words.from}
              value={choice.from}
              latest={today}
              onValue={(from) => onChoice({ from })}
              error={problems.from && words.dateMissing}
            />
            <DateField
              label={words.to}
              value={choice.to}
              latest={today}
              onValue={(to) => onChoice({ to })}
              error={problems.to && (problems.to === 'reversed' ? words.reversed : words.dateMissing)}
            />
          </>
        ) : null}
        <ActorField {...props} />
        <DocumentFilter document={choice.document} onDocument={(document) => onChoice({ document })} />
        <CheckField
          label={words.people}
          checked={choice.people}
          onChecked={(people) => onChoice({ people })}
        />
      </div>
    </search>
  )
}

interface KindChipsProps {
  kinds: readonly AuditKind[]
  onKinds: (kinds: AuditKind[]) => void
}

const KindChips = ({ kinds, onKinds }: KindChipsProps) => {
  const { audit } = useTexts()
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{audit.filters.kinds}</legend>
      <button type="button" class="filter-chip" aria-pressed={kinds.length === 0} onClick={() => onKinds([])}>
        {audit.filters.allKinds}
      </button>
      {auditKinds.map((kind) => {
        const isOn = kinds.includes(kind)
        return (
          <button
            key={kind}
            type="button"
            class="filter-chip"
            aria-pressed={isOn}
            onClick={() => onKinds(isOn ? kinds.filter((one) => one !== kind) : [...kinds, kind])}
          >
            {audit.kinds[kind]}
          </button>
        )
      })}
    </fieldset>
  )
}

const ActorField = ({ choice, actors, onChoice }: AuditFiltersProps) => {
  const { audit } = useTexts()
  const { filters: words } = audit
  // Who was chosen stays to be seen, though he did nothing in the period
  const known = new Set([...actors, ...(choice.actor === null ? [] : [choice.actor])])
  return (
    <SelectField
      label={words.actor}
      value={choice.actor ?? ''}
      options={[
        { value: '', text: words.everybody },
        ...[...known].map((value) => ({ value, text: value === 'console' ? audit.console : value })),
      ]}
      onValue={(value) => onChoice({ actor: value === '' ? null : value })}
    />
  )
}

interface DocumentFilterProps {
  document: AuditChoice['document']
  onDocument: (document: AuditChoice['document']) => void
}

/** Takes a whole document, or none: what is half typed asks nothing of the service. */
const DocumentFilter = ({ document, onDocument }: DocumentFilterProps) => {
  const { filters: words } = useTexts().audit
  const [text, setText] = useState(() =>
    document === null || document === 'invalid' ? '' : formatDocument(document),
  )
  const [isLeft, setLeft] = useState(false)
  const entry = documentEntry(text)
  const take = (value: string) => {
    setText(value)
    setLeft(false)
    const typed = documentEntry(value)
    if (typed.state === 'valid') onDocument(typed.document)
    else onDocument(typed.state === 'empty' ? null : 'invalid')
  }
  return (
    <div onFocusOut={() => setLeft(text !== '')}>
      <DocumentField
        label={words.document}
        value={text}
        onValue={take}
        mask={maskDocument}
        error={entryError(entry, words, isLeft)}
      />
    </div>
  )
}
