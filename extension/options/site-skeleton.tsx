import { useId, useState } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import type { PageSkeleton } from '../features/skeleton/page-skeleton.ts'
import { send } from '../messaging/send.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Progress } from '../ui/progress.tsx'
import { saveFile } from '../ui/save-file.ts'
import { SelectField } from '../ui/select-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'

interface SiteSkeletonProps {
  site: string
  name: string
}

/** The structure of an open page of the site for the support: a person reads it before it is copied or saved. */
export const SiteSkeleton = ({ site, name }: SiteSkeletonProps) => {
  const words = useTexts().erpSites.skeleton
  const [skeleton, setSkeleton] = useState<PageSkeleton | null>(null)
  const reading = useAction(async (tabId?: number) => {
    setSkeleton(await send('page-skeleton', { site, ...(tabId !== undefined && { tabId }) }))
  })
  if (reading.busy && !skeleton) return <Progress text={words.reading} />
  return (
    <>
      {skeleton ? (
        <SkeletonText
          name={name}
          skeleton={skeleton}
          onTab={reading.start}
          onClose={() => {
            setSkeleton(null)
          }}
        />
      ) : (
        <div>
          <Button
            label={`${words.copy}: ${name}`}
            onPress={() => {
              reading.start()
            }}
          >
            {words.copy}
          </Button>
        </div>
      )}
      <ErrorBanner error={reading.error} />
    </>
  )
}

interface SkeletonTextProps {
  name: string
  skeleton: PageSkeleton
  onTab: (id: number) => void
  onClose: () => void
}

const SkeletonText = ({ name, skeleton, onTab, onClose }: SkeletonTextProps) => {
  const words = useTexts().erpSites.skeleton
  const id = useId()
  const { text, tabs } = skeleton
  return (
    <div class="stack-tight">
      <Banner tone="neutral" text={words.check} hint={words.checkHint} />
      {tabs.length > 1 ? (
        <SelectField
          label={words.tab}
          value={String(skeleton.tabId)}
          options={tabs.map((tab) => ({ value: String(tab.id), text: tab.path }))}
          onValue={(value) => {
            onTab(Number(value))
          }}
        />
      ) : null}
      <div class="field">
        <label for={id}>{fill(words.title, { host: name })}</label>
        <textarea
          id={id}
          class="skeleton-text"
          readOnly
          rows={14}
          wrap="off"
          spellcheck={false}
          value={text}
        />
      </div>
      <div class="row">
        <CopyButton text={text} label={words.copyText} done={words.copied} />
        <Button
          onPress={() => {
            saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), fill(words.file, { host: name }))
          }}
        >
          {words.save}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  )
}
