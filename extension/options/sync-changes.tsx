import type { Product, SyncResult } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { Banner } from '../ui/banner.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'

interface Change {
  key: string
  word: string
  product: Product
  note: string
}

/** What a synchronisation added, changed and took away, and which pair's list could not be read. */
export const SyncChanges = ({ result }: { result: SyncResult }) => (
  <>
    {result.failed.map(({ pair, error }) => (
      <ErrorBanner key={pair} error={error} />
    ))}
    <ChangeList result={result} />
  </>
)

const ChangeList = ({ result }: { result: SyncResult }) => {
  const words = useTexts().options.products
  const changes: Change[] = [
    ...result.added.map((product) => ({ key: `+${product.code}`, word: words.added, product, note: '' })),
    ...result.changed.map(({ before, after }) => ({
      key: `~${after.code}`,
      word: words.changed,
      product: after,
      note: fill(words.changedFrom, { before: before.name }),
    })),
    ...result.gone.map((product) => ({ key: `-${product.code}`, word: words.gone, product, note: '' })),
  ]
  if (changes.length === 0 && result.failed.length > 0) return null
  if (changes.length === 0) return <Banner tone="neutral" text={words.diffNone} live />
  return (
    <ul class="changes" aria-live="polite">
      {changes.map(({ key, word, product, note }) => (
        <li key={key} class="row">
          <span class="chip">{word}</span>
          <span>{product.name}</span>
          <span class="muted">{product.code}</span>
          {note ? <span class="muted">{note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
