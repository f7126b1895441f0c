import type { Batch, Totals } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { formatMoney } from '../../../shared/money.ts'
import { shownDocument } from '../../ui/shown-document.ts'
import { useTexts } from '../../ui/texts-context.tsx'
import { EnvironmentChip, Fact } from '../batch-facts.tsx'
import { countWords } from '../count-words.ts'

interface WhatIsSentProps {
  batch: Batch
  going: Totals
  /** With `{debts}`, `{people}`, `{invoices}` and `{amount}`. */
  sentence: string
}

/** What will be sent: in one sentence, and fact by fact. */
export const WhatIsSent = ({ batch, going, sentence }: WhatIsSentProps) => {
  const words = useTexts().batch
  const { confirm } = words
  const { environment, integration, creditor, reason } = batch
  return (
    <section class="batch-box" aria-label={confirm.facts}>
      <p class={`environment-line environment-${environment}`}>
        <EnvironmentChip environment={environment} />
        <span>{confirm[environment]}</span>
      </p>
      <p>
        {fill(sentence, {
          debts: countWords('debts', going.debts, words),
          people: countWords('people', going.people, words),
          invoices: countWords('invoices', going.invoices, words),
          amount: formatMoney(going.cents),
        })}
      </p>
      <dl class="facts facts-grid">
        <Fact label={confirm.people}>
          <strong>{formatCount(going.people)}</strong>
        </Fact>
        <Fact label={confirm.invoices}>
          <strong>{formatCount(going.invoices)}</strong>
        </Fact>
        <Fact label={confirm.value}>
          <strong>{formatMoney(going.cents)}</strong>
        </Fact>
        <Fact label={confirm.reason}>
          {reason.code} · {reason.text}
        </Fact>
        <Fact label={confirm.integration}>{integration}</Fact>
        <Fact label={confirm.creditor}>
          <span class="document">{shownDocument(creditor)}</span>
        </Fact>
      </dl>
    </section>
  )
}
