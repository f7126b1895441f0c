import { batch } from './batch.ts'
import { candidates } from './candidates.ts'
import { cli } from './cli.ts'
import { confirm } from './confirm.ts'
import { erp } from './erp.ts'
import { erpSites } from './erp-sites.ts'
import { erpInline } from './erp-inline.ts'
import { errors } from './errors.ts'
import { negativation } from './negativation.ts'
import { options } from './options.ts'
import { pdf } from './pdf.ts'
import { popup } from './popup.ts'
import { records } from './records.ts'
import { report } from './report.ts'

export const ptBr = {
  batch,
  candidates,
  cli,
  confirm,
  erp,
  erpInline,
  erpSites,
  errors,
  negativation,
  options,
  pdf,
  popup,
  records,
  report,
}

/** The shape every language fills. */
export type Texts = typeof ptBr
