import { useEffect } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Clock } from '../../shared/clock.ts'
import { parseDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import { tabEnd } from '../ui/tab-end.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { ChooseView } from './choose-view.tsx'
import type { Confirmation } from './confirmation.ts'
import { CustomerChooser } from './customer-chooser.tsx'
import { EndedView } from './ended-view.tsx'
import { ReviewView } from './review-view.tsx'
import { LostView, NoneFoundView, OtherDocumentView, UnconfirmedView, UnreadView } from './stopped-views.tsx'
import { useConfirmation } from './use-confirmation.ts'
import type { Confirming } from './use-confirmation.ts'
import { WaitingView } from './waiting-view.tsx'

const proposalIdOf = (address: string): string | null => new URL(address).searchParams.get('draft')

const documentOf = (stage: Confirmation): string | null => {
  if (stage.at === 'review' || stage.at === 'choosing' || stage.at === 'drafting')
    return stage.overview.customer.document
  if (stage.at === 'sending') return stage.negativation.debtor.document
  return stage.at === 'ended' ? stage.detail.negativation.debtor.document : null
}

/** Closes the window that the background opened; a tab of its own closes too. */
const leave = () => window.close()

/** The window in which a person sees a debt as the service read it, and confirms it. */
export const ConfirmPage = ({ clock = Date.now }: { clock?: Clock }) => {
  const { confirm } = useTexts()
  const confirming = useConfirmation(proposalIdOf(location.href), clock)
  const document = parseDocument(documentOf(confirming.stage) ?? '')
  useEffect(() => {
    window.document.title = document ? fill(confirm.tab, { document: tabEnd(document) }) : confirm.title
  }, [document, confirm])
  return (
    <main class="confirm">
      <Stage confirming={confirming} clock={clock} />
    </main>
  )
}

interface StageProps {
  confirming: Confirming
  clock: Clock
}

const Stage = ({ confirming, clock }: StageProps) => {
  const { stage } = confirming
  switch (stage.at) {
    case 'lost':
      return <LostView onClose={leave} />
    case 'unread':
      return (
        <UnreadView
          error={stage.error}
          onAgain={confirming.open}
          onOptions={() => void browser.runtime.openOptionsPage()}
        />
      )
    case 'none-found':
      return <NoneFoundView document={stage.document} onClose={leave} />
    case 'other-document':
      return <OtherDocumentView shown={stage.shown} read={stage.read} onClose={leave} />
    case 'customers':
      return <CustomerChooser customers={stage.customers} onChosen={confirming.choose} />
    case 'choosing':
      return (
        <ChooseView
          overview={stage.overview}
          last={stage.last}
          note={stage.note}
          onReview={confirming.review}
          onAgain={confirming.anew}
        />
      )
    case 'review':
      return (
        <ReviewView
          key={stage.draft.seal}
          stage={stage}
          clock={clock}
          onConfirm={confirming.confirm}
          onBack={confirming.back}
          onGiveUp={() => void confirming.giveUp().then(leave)}
        />
      )
    case 'unconfirmed':
      return (
        <UnconfirmedView
          error={stage.error}
          isDraft={stage.isDraft}
          onVerify={confirming.verify}
          onReview={confirming.back}
        />
      )
    case 'ended':
      return <EndedView stage={stage} onReview={confirming.back} onAnew={confirming.anew} onClose={leave} />
    case 'opening':
    case 'searching':
    case 'reading':
    case 'attaching':
    case 'drafting':
    case 'confirming':
    case 'sending':
      return <WaitingView stage={stage} name={confirming.proposedName} clock={clock} />
  }
}
