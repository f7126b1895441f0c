import type { Integration, Product } from '../../shared/api.ts'
import { productKinds } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { Banner } from '../ui/banner.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'

type Kind = Product['kind']
const pefinKinds = productKinds.filter((kind) => kind !== 'query')

/** Why inclusion is off, in one sentence; null while nothing is missing. */
export const inclusionOff = (absent: readonly Kind[], words: Texts['options']['products']): string | null => {
  if (absent.includes('removal-reason')) return words.withoutRemovalReason
  if (absent.includes('removal')) return words.withoutRemoval
  if (absent.length === 0) return null
  return fill(words.withoutOthers, { list: absent.map((kind) => words.kinds[kind]).join(', ') })
}

/** Which of the four PEFIN products came, and what their absence means. */
export const ProductKinds = ({ integration }: { integration: Integration }) => {
  const words = useTexts().options.products
  const of = (kind: Kind) => integration.products.filter((product) => product.kind === kind)
  const reasonCount = (kind: Kind) => of(kind).reduce((count, { reasons }) => count + reasons.length, 0)
  const absent = pefinKinds.filter((kind) => of(kind).length === 0)
  const off = integration.pefin.savedAt ? inclusionOff(absent, words) : null

  return (
    <>
      <ul class="row kinds">
        <li>
          <StateLine tone="good">{fill(words.summary, { count: of('query').length })}</StateLine>
        </li>
        {pefinKinds.map((kind) => (
          <li key={kind}>
            {absent.includes(kind) ? (
              <StateLine tone="attention">
                {words.kinds[kind]} · {words.absent}
              </StateLine>
            ) : (
              <StateLine tone="good">
                {words.kinds[kind]}
                {reasonCount(kind) > 0 ? ` · ${fill(words.reasons, { count: reasonCount(kind) })}` : ''}
                <span class="visually-hidden"> {words.present}</span>
              </StateLine>
            )}
          </li>
        ))}
      </ul>
      {off ? <Banner tone="attention" text={off} /> : null}
    </>
  )
}
