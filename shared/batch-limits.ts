/** Limits of batches that both sides know; apart from the schemas, which no page needs for its first paint. */

/** More people than this are several batches. */
export const mostBatchItems = 5_000

/** Debts in one request of a draft: below the limit of a body, however many invoices they have (case G71). */
export const mostPartItems = 100

/** So many candidates come with one page at most. */
export const candidatePageSize = 1_000
