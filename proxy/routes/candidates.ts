import type { Listings } from '../candidates/listings.ts'
import type { Handlers } from './handlers.ts'

type CandidatesHandlers = Pick<
  Handlers,
  'candidateStart' | 'candidateListing' | 'candidateCancel' | 'candidates'
>

export const candidatesHandlers = (listings: Listings): CandidatesHandlers => ({
  candidateStart: (input) => listings.start(input),
  candidateListing: ({ id }) => listings.get(id),
  candidateCancel: ({ id }) => listings.cancel(id),
  candidates: (input) => listings.page(input),
})
