import { Icon } from '../ui/icon.tsx'
import { useTexts } from '../ui/texts-context.tsx'

/** The way to the audit view, which stands beside the records and tasks that it speaks of. */
export const AuditSection = () => {
  const { audit } = useTexts()
  return (
    <>
      <p class="muted">{audit.noted}</p>
      <div class="row">
        <a class="button button-plain" href="/records.html#audit" target="_blank" rel="noopener">
          <Icon name="search" />
          {audit.open}
        </a>
      </div>
    </>
  )
}
