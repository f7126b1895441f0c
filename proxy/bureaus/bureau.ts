import type { CredentialPair, Environment, Product } from '../../shared/api.ts'
import type { PostalAddress } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Cnpj, Document } from '../../shared/document.ts'
import type { Cents } from '../../shared/money.ts'

export interface Credentials {
  login: string
  password: string
}

export interface Question {
  product: string
  document: Document
  environment: Environment
  answerFormat: 'html' | 'json'
  /** Aborted when the service stops. */
  signal?: AbortSignal
}

export interface BureauAnswer {
  protocol: string
  /** A whole page, untrusted. */
  html: string
  /** The bureau's one-line result; null when it gave none. */
  summary: string | null
}

/** What the test of the query pair may ask about without costing anything or naming a person. */
export interface TestSubject {
  product: string | null
  creditor: Cnpj
}

/** A product as the bureau lists it: what the administrator adds to it is not known there. */
export type ListedProduct = Omit<Product, 'priceCents' | 'origin'>

/** How a debt is addressed at the bureau: always by all three (case G47). */
export interface DebtAddress {
  creditor: Cnpj
  document: Document
  contract: string
  environment: Environment
}

/** What an inclusion sends. The address is already within PEFIN's limits. */
export interface Inclusion extends DebtAddress {
  name: string
  address: PostalAddress
  cents: Cents
  due: CalendarDate
  reasonCode: string
  /** Aborted when the service stops; whatever left by then makes the end unknown. */
  signal?: AbortSignal
}

export interface InclusionReceipt {
  /** Positive proof that the platform took it. */
  protocol: string
  /** The platform's own number of the record, where it gives one. */
  reference: string | null
}

export interface Removal extends DebtAddress {
  reference: string | null
  reasonCode: string
}

/** `accepted` waits to be verified; `absent` is "not found" or "already removed" (case G48). */
export type RemovalAnswer =
  | { kind: 'accepted'; protocol: string }
  | { kind: 'absent'; code: string | null; text: string }

/** What the bureau says of a debt. The amounts are what it holds, so that another record than ours is noticed. */
export type DebtState =
  | { kind: 'absent' }
  | {
      kind: 'present'
      /** `received` waits for the daily processing, `letter` for the debtor, `removing` for the daily processing of the removal. */
      state: 'received' | 'letter' | 'active' | 'returned' | 'removing'
      protocol: string | null
      reference: string | null
      cents: Cents
      due: CalendarDate
    }
  /** It was there and ended: by refusal, by us, by age or by order. */
  | { kind: 'ended'; state: 'refused' | 'removed' | 'expired'; code: string | null; text: string }

/**
 * The clearing side of PEFIN: safe to repeat. Every method makes at most one request.
 * @throws AppError; `bureau-busy` and the `connect-…` family. `retry` is never `never` for what time may heal.
 */
export interface Removals {
  /** @throws also `removal-refused` {code, message}: e.g. the record is not active yet */
  remove(credentials: Credentials, removal: Removal): Promise<RemovalAnswer>
  /** @throws also `lookup-unsupported` when the platform has no look-up for this account */
  debtState(credentials: Credentials, debt: DebtAddress): Promise<DebtState>
}

/**
 * The including side of PEFIN: never repeated. Kept apart so that nothing but a person's act can be handed it.
 */
export interface Inclusions {
  /**
   * Exactly one request. @throws AppError with `retry: 'safe'` when provably no byte was worked on, `'never'` for a definite refusal
   * (`inclusion-refused` {code, message}, `inclusion-duplicate`), `'reconcile'` for everything else (cases G54, G87, G89)
   */
  include(credentials: Credentials, inclusion: Inclusion): Promise<InclusionReceipt>
}

/**
 * A platform that sells credit queries. Every method makes at most one request and throws an `AppError` whose `retry` says what
 * became of it: `reconcile` when it may have been done (and billed), else nothing was done.
 */
export interface Bureau extends Removals, Inclusions {
  /** Resolves when the platform accepts the pair. Never billed. */
  testCredentials(pair: CredentialPair, credentials: Credentials, subject: TestSubject): Promise<void>
  /** The products that this pair may use. Throws `connect-products-unreadable` rather than give a part of the list. */
  listProducts(pair: CredentialPair, credentials: Credentials): Promise<ListedProduct[]>
  /** Billed in the production environment. Resolves only with positive proof that the answer is this document's (case G87). */
  query(credentials: Credentials, question: Question): Promise<BureauAnswer>
}
