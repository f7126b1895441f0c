import { z } from 'zod'
import {
  batch,
  batchConfirmInput,
  batchDraftInput,
  batchDraftOutput,
  batchItemPage,
  batchItemsInput,
  batchSimulationInput,
  simulation,
} from './api-batches.ts'
import { candidateListing, candidatePage, candidatePageInput } from './api-candidates.ts'
import { id } from './api-views.ts'
import { get, getBy, post } from './operation.ts'

/** The operations of listing candidates and of registering many debts by one act. */
export const batchOperations = {
  /** Begins to read an ERP's overdue invoices, or gives the listing that there is; `again` reads anew. */
  candidateStart: post(
    '/v1/candidates',
    'include',
    z.object({ erpId: id, again: z.boolean() }),
    candidateListing,
    202,
  ),
  candidateListing: getBy('/v1/candidates/:id', 'include', candidateListing),
  candidateCancel: post('/v1/candidates/:id/cancel', 'include', z.object({ id }), candidateListing),
  /** What was read so far, the most late first. Registered invoices are marked as they are at this moment. */
  candidates: post('/v1/candidates/:id/page', 'include', z.object(candidatePageInput), candidatePage),

  /** Takes a selection in parts, then reads everybody at the ERP; sends nothing. */
  batchDraft: post('/v1/batches', 'include', z.object(batchDraftInput), batchDraftOutput, 201),
  /** Newest first, at most 50. */
  batches: get('/v1/batches', 'query', z.object({ batches: z.array(batch) })),
  batch: getBy('/v1/batches/:id', 'query', batch),
  /** A POST because it says what was accepted. */
  batchSimulation: post('/v1/batches/:id/simulation', 'include', z.object(batchSimulationInput), simulation),
  batchItems: post('/v1/batches/:id/items', 'include', z.object(batchItemsInput), batchItemPage),
  /** The person's act for all of them. Answers once it is on disk; `key` makes a repeated press the same act. */
  batchConfirm: post('/v1/batches/:id/confirm', 'include', z.object(batchConfirmInput), batch, 202),
  /** The second person's act. */
  batchApprove: post(
    '/v1/batches/:id/approve',
    'include',
    z.object({ id, people: z.int().min(1) }),
    batch,
    202,
  ),
  batchPause: post('/v1/batches/:id/pause', 'include', z.object({ id }), batch),
  /** A person's act: goes on with what has not left, after a pause, a stop or a restart. */
  batchResume: post('/v1/batches/:id/resume', 'include', z.object({ id }), batch, 202),
  /** Gives up a draft, or what has not left. What has left goes on. */
  batchCancel: post('/v1/batches/:id/cancel', 'include', z.object({ id }), batch),
}
