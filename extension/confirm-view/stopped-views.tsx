import type { Document } from '../../shared/document.ts'
import { formatDocument, parseDocument } from '../../shared/document.ts'
import type { AppError } from '../../shared/errors.ts'
import { fill } from '../../shared/errors.ts'
import { RefusedBanner } from '../rights/refused-banner.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { explain } from '../ui/explain.ts'
import { useTexts } from '../ui/texts-context.tsx'

/** Documents as people write them; what is none stays as it came. */
const shownDocument = (text: string): string => {
  const document = parseDocument(text)
  return document ? formatDocument(document) : text
}

interface UnreadViewProps {
  error: AppError
  onAgain: () => void
  onOptions: () => void
}

/** The ERP or the service could not be read; nothing was sent. */
export const UnreadView = ({ error, onAgain, onOptions }: UnreadViewProps) => {
  const { access, confirm } = useTexts()
  if (error.code === 'scope-refused')
    return (
      <section class="confirm-stopped">
        <RefusedBanner text={access.confirm}>
          <Button onPress={onAgain}>{confirm.tryAgain}</Button>
        </RefusedBanner>
      </section>
    )
  return (
    <section class="confirm-stopped">
      <ErrorBanner error={error}>
        <Button kind="primary" onPress={onAgain}>
          {confirm.tryAgain}
        </Button>
        <Button onPress={onOptions}>{confirm.openOptions}</Button>
      </ErrorBanner>
    </section>
  )
}

export const LostView = ({ onClose }: { onClose: () => void }) => {
  const { confirm } = useTexts()
  return (
    <section class="confirm-stopped">
      <Banner tone="neutral" text={confirm.lostProposal} hint={confirm.lostProposalHint} live>
        <Button onPress={onClose}>{confirm.close}</Button>
      </Banner>
    </section>
  )
}

export const NoneFoundView = ({ document, onClose }: { document: string; onClose: () => void }) => {
  const { confirm } = useTexts()
  return (
    <section class="confirm-stopped">
      <Banner tone="neutral" text={fill(confirm.noCustomer, { document })} hint={confirm.noCustomerHint} live>
        <Button onPress={onClose}>{confirm.close}</Button>
      </Banner>
    </section>
  )
}

interface OtherDocumentViewProps {
  shown: Document
  read: string
  onClose: () => void
}

export const OtherDocumentView = ({ shown, read, onClose }: OtherDocumentViewProps) => {
  const { confirm } = useTexts()
  const documents = { shown: formatDocument(shown), read: shownDocument(read) }
  return (
    <section class="confirm-stopped">
      <Banner
        tone="attention"
        text={fill(confirm.otherDocument, documents)}
        hint={confirm.otherDocumentHint}
        live
      >
        <Button onPress={onClose}>{confirm.close}</Button>
      </Banner>
    </section>
  )
}

interface UnconfirmedViewProps {
  error: AppError
  isDraft: boolean
  onVerify: () => void
  onReview: () => void
}

/** Nobody answered: never "failed" (case G58). Going back is offered only once the record itself said that it is a draft. */
export const UnconfirmedView = ({ error, isDraft, onVerify, onReview }: UnconfirmedViewProps) => {
  const texts = useTexts()
  const { confirm } = texts
  const why = explain(error, texts)
  const [text, hint] = isDraft
    ? [confirm.stillDraft, confirm.stillDraftHint]
    : [confirm.unconfirmed, `${confirm.unconfirmedHint} ${why.text} ${why.hint}`]
  return (
    <section class="confirm-stopped">
      <Banner tone="attention" text={text} hint={hint} live>
        <Button kind="primary" onPress={onVerify}>
          {confirm.verify}
        </Button>
        {isDraft ? <Button onPress={onReview}>{confirm.reviewAgain}</Button> : null}
      </Banner>
    </section>
  )
}
