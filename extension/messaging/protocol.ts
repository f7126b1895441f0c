import { z } from 'zod'
import { operations } from '../../shared/api.ts'
import type { OperationName } from '../../shared/api.ts'
import type { Locale } from '../../shared/locales/locale.ts'
import { locales } from '../../shared/locales/locale.ts'
import type { PageSelection } from '../batch-view/selection/page-selection.ts'
import type { PageWords } from '../locale/page-words.ts'
import { batchPlace } from '../features/batch/batch-place.ts'
import type { Draft } from '../features/query/draft.ts'
import type { PanelStatus } from '../features/status/panel-status.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import type { PageSkeleton } from '../features/skeleton/page-skeleton.ts'
import { adapterParts } from '../sites/adapter-parts.ts'
import { features } from '../sites/site-features.ts'
import type { SiteSetup } from '../sites/site-setup.ts'

/** Who speaks: our own top-level page, or the content script in the top frame of an enabled ERP site. */
export type Role = 'page' | 'content'

interface Message {
  from: readonly Role[]
  input: z.ZodType
}

const operationNames = Object.keys(operations) as OperationName[]

const document = z.string().trim().max(40)
const name = z.string().max(200)
const draftId = z.uuid()
/** A customer's number in the ERP, as its pages' addresses carry it. */
const customerId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const recordId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
/** A site by its origin text, e.g. `https://empresa.hubsoft.com.br`; what it may be is decided by `parseSite`. */
const site = z.string().min(1).max(300)

/**
 * The one table of messages to the background. What is not here does not exist; no schema carries an address,
 * a header or a path (attack 25). Strict objects, so that a message with anything more is refused.
 */
export const protocol = {
  /** Runs one operation of the service; its input is checked against the operation's own schema. */
  call: { from: ['page'], input: z.strictObject({ operation: z.enum(operationNames), input: z.unknown() }) },
  'link-state': { from: ['page'], input: z.strictObject({}) },
  pair: {
    from: ['page'],
    input: z.strictObject({ code: z.string().min(1).max(20), name: z.string().trim().min(1).max(80) }),
  },
  /** Destroys this browser's key. */
  forget: { from: ['page'], input: z.strictObject({}) },
  /** Proposes a query: opens the report tab with the document filled in. A person still presses Consultar there. */
  'open-query': {
    from: ['page', 'content'],
    input: z.strictObject({ document: document.nullable(), name: name.optional() }),
  },
  /** Opens the saved answer of an earlier query and makes its PDF; only where it is about the document that the page shows. */
  'open-last-report': { from: ['content'], input: z.strictObject({ queryId: recordId, document }) },
  /** Proposes a negativation: opens the window in which a person sees it as the service read it, and confirms there. */
  'open-negativation': {
    from: ['page', 'content'],
    input: z
      .strictObject({
        customerId: customerId.optional(),
        document: document.optional(),
        name: name.optional(),
      })
      .refine((proposal) => proposal.customerId !== undefined || proposal.document !== undefined),
  },
  /** What the panel shows of its page's customer; of the document that the page shows, and of no other. */
  'customer-status': { from: ['content'], input: z.strictObject({ customerId, document }) },
  /** Shows the list of records, at one of them when its id is given. */
  'open-records': {
    from: ['page', 'content'],
    input: z.strictObject({ negativationId: recordId.optional() }),
  },
  /** Shows the batch page in a tab, at a place of it when one is named. */
  'open-batch': { from: ['page'], input: z.strictObject({ place: batchPlace.optional() }) },
  /** The invoices that are ticked on the ERP's page in front of the person; null when there are none, or no such page. */
  'page-selection': { from: ['page'], input: z.strictObject({}) },
  /** What is selected now, so that the menu's title can name the document before the menu opens. */
  'selection-changed': { from: ['content'], input: z.strictObject({ text: z.string().max(5000) }) },
  /** Reads a draft; with `queryId` it first notes the running query, so that a reload attaches to it again. */
  draft: {
    from: ['page'],
    input: z.strictObject({
      id: draftId,
      queryId: recordId.optional(),
    }),
  },
  sites: { from: ['page'], input: z.strictObject({}) },
  /** The page has asked the browser for the permission before, on the person's click. */
  'site-enable': { from: ['page'], input: z.strictObject({ site }) },
  'site-disable': { from: ['page'], input: z.strictObject({ site }) },
  'site-feature': {
    from: ['page'],
    input: z.strictObject({ site, feature: z.enum(features), isOn: z.boolean() }),
  },
  /** Forgets what failed on that site; the next page that is loaded there tries again. */
  'site-retry': { from: ['page'], input: z.strictObject({ site }) },
  /** Which function of the adapter failed on the page that speaks; nothing of what the page holds. */
  'adapter-failed': { from: ['content'], input: z.strictObject({ part: z.enum(adapterParts) }) },
  /** The structure of an open page of that site without any value, for the support; of the tab in front when none is named. */
  'page-skeleton': {
    from: ['page'],
    input: z.strictObject({ site, tabId: z.number().int().nonnegative().optional() }),
  },
  /** What stands in the ERP's page is said in these words. */
  'page-words': { from: ['content'], input: z.strictObject({}) },
  /** Reads the language of the screens; with `locale` it first sets it. */
  locale: { from: ['page'], input: z.strictObject({ locale: z.enum(locales).optional() }) },
} satisfies Record<string, Message>

export type MessageName = keyof typeof protocol
export type MessageInput<Name extends MessageName> = z.input<(typeof protocol)[Name]['input']>
export type MessageParsed<Name extends MessageName> = z.output<(typeof protocol)[Name]['input']>

/** What each message answers. */
export interface MessageOutputs {
  call: unknown
  'link-state': LinkState
  pair: LinkState
  forget: LinkState
  'open-query': { opened: true }
  'open-last-report': { opened: true }
  'open-negativation': { opened: true }
  'customer-status': PanelStatus
  'open-records': { opened: true }
  'open-batch': { opened: true }
  'page-selection': PageSelection | null
  'selection-changed': { noted: true }
  draft: Draft
  sites: { sites: SiteSetup[] }
  'site-enable': { sites: SiteSetup[] }
  'site-disable': { sites: SiteSetup[] }
  'site-feature': { sites: SiteSetup[] }
  'site-retry': { sites: SiteSetup[] }
  'adapter-failed': { noted: true }
  'page-skeleton': PageSkeleton
  'page-words': PageWords
  locale: { locale: Locale }
}

/** The wire form of a message to the background. */
export interface Envelope {
  name: string
  input: unknown
}
