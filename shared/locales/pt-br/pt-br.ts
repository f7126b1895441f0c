import { access } from './access.ts'
import { audit } from './audit.ts'
import { batch } from './batch.ts'
import { candidates } from './candidates.ts'
import { cli } from './cli.ts'
import { confirm } from './confirm.ts'
import { doctor } from './doctor.ts'
import { erp } from './erp.ts'
import { erpSites } from './erp-sites.ts'
import { erpInline } from './erp-inline.ts'
import { errors } from './errors.ts'
import { negativation } from './negativation.ts'
import { options } from './options.ts'
import { pdf } from './pdf.ts'
import { popup } from './popup.ts'
import { privacy } from './privacy.ts'
import { records } from './records.ts'
import { report } from './report.ts'
import { service } from './service.ts'

export const ptBr = {
  access,
  audit,
  batch,
  candidates,
  cli,
  confirm,
  doctor,
  erp,
  erpInline,
  erpSites,
  errors,
  negativation,
  options,
  pdf,
  popup,
  privacy,
  records,
  report,
  service,
}

/** The shape every language fills. */
export type Texts = typeof ptBr
