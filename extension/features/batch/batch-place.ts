import { z } from 'zod'

/** A place of the batch page, as it stands behind the `#` of its address. */
export const batchPlace = z.string().regex(/^(?:candidates|batches|batch\/[A-Za-z0-9_-]{1,64})$/)
