import { cli } from './cli.ts'
import { erp } from './erp.ts'
import { errors } from './errors.ts'
import { options } from './options.ts'
import { pdf } from './pdf.ts'
import { popup } from './popup.ts'
import { report } from './report.ts'

export const ptBr = { cli, erp, errors, options, pdf, popup, report }

/** The shape every language fills. */
export type Texts = typeof ptBr
