import { benchAudit } from './audit.ts'
import { benchBatch } from './batch.ts'
import { benchDetection } from './detection.ts'
import { printGuardsBench } from './guards.ts'
import { benchPages } from './pages.ts'
import { benchPdf } from './pdf.ts'
import { benchPopup } from './popup.ts'
import { benchRemovalDelay } from './removal-delay.ts'
import { benchStore } from './store.ts'
import { benchSweep } from './sweep.ts'

/** `npm run bench`: each figure beside its baseline, measured in the same run. */
await printGuardsBench()
await benchPdf()
await benchStore(console.log)
await benchSweep(console.log)
await benchRemovalDelay(console.log)
await benchBatch(console.log)
await benchPopup(console.log)
await benchPages(console.log)
await benchDetection(console.log)
await benchAudit(console.log)
