import type { Query } from '../../shared/api.ts'
import { dateAt } from '../../shared/business-time.ts'
import { daysBetween } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { formatMoney } from '../../shared/money.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useTexts } from '../ui/texts-context.tsx'

/** The sentence about an earlier query of the same document and product. */
export const repeatedText = (earlier: Query, now: number, words: Texts['report']): string => {
  const days = daysBetween(dateAt(earlier.startedAt), dateAt(now))
  const price = earlier.priceCents === null ? '' : ` (${formatMoney(earlier.priceCents)})`
  const template = days <= 0 ? words.repeatedToday : days === 1 ? words.repeatedYesterday : words.repeatedDays
  return fill(template, { days, operator: earlier.operator, price })
}

interface RepeatedBannerProps {
  earlier: Query
  clock: Clock
  onOpen: () => void
  onAgain: () => void
}

/** Warns before the same thing is paid twice (case G49): the kept result is the first way out. */
export const RepeatedBanner = ({ earlier, clock, onOpen, onAgain }: RepeatedBannerProps) => {
  const { report } = useTexts()
  return (
    <Banner tone="attention" text={repeatedText(earlier, clock(), report)} hint={report.repeatedHint} live>
      {earlier.hasAnswer || earlier.state === 'running' ? (
        <Button kind="primary" onPress={onOpen}>
          {earlier.state === 'running' ? report.followRunning : report.openKept}
        </Button>
      ) : null}
      <Button onPress={onAgain}>
        {earlier.environment === 'test' ? report.consultAgain : report.consultAgainPrice}
      </Button>
    </Banner>
  )
}
