import type { Task } from '../../../shared/api.ts'
import { useTexts } from '../../ui/texts-context.tsx'
import { Fact } from '../detail/record-facts.tsx'

/** What the ERP says, what the bureau says and what was sent, side by side. */
export const FactColumns = ({ task }: { task: Task }) => {
  const { tasks: words } = useTexts().records
  return (
    <div class="fact-columns">
      <FactColumn title={words.erp} facts={task.erp} />
      <FactColumn title={words.bureau} facts={task.bureau} />
      <FactColumn title={words.sent} facts={task.sent} />
    </div>
  )
}

const FactColumn = ({ title, facts }: { title: string; facts: Task['erp'] }) => {
  const { records, negativation } = useTexts()
  const labels: Readonly<Record<string, string>> = negativation.labels
  return (
    <section class="fact-column">
      <h4>{title}</h4>
      {facts.length === 0 ? <p class="muted">{records.tasks.nothing}</p> : null}
      <dl class="facts">
        {facts.map(({ label, value }, at) => (
          <Fact key={`${at} ${label}`} name={labels[label] ?? label}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  )
}
