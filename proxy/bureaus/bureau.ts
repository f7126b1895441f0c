import type { CredentialPair, Environment, Product } from '../../shared/api.ts'
import type { Cnpj, Document } from '../../shared/document.ts'

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

/**
 * A platform that sells credit queries. Every method makes at most one request and throws an `AppError` whose `retry` says what
 * became of it: `reconcile` when it may have been done (and billed), else nothing was done.
 */
export interface Bureau {
  /** Resolves when the platform accepts the pair. Never billed. */
  testCredentials(pair: CredentialPair, credentials: Credentials, subject: TestSubject): Promise<void>
  /** The products that this pair may use. Throws `connect-products-unreadable` rather than give a part of the list. */
  listProducts(pair: CredentialPair, credentials: Credentials): Promise<ListedProduct[]>
  /** Billed in the production environment. Resolves only with positive proof that the answer is this document's (case G87). */
  query(credentials: Credentials, question: Question): Promise<BureauAnswer>
}
