import { printGuardsBench } from './guards.ts'
import { benchPdf } from './pdf.ts'

/** `npm run bench`: each figure beside its baseline, measured in the same run. */
await printGuardsBench()
await benchPdf()
