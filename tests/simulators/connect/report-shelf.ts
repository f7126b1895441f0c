import { buildHostileReport } from './reports/build-hostile-report.ts'
import { buildReport } from './reports/build-report.ts'
import type { ReportOutcome, ReportPages } from './reports/build-report.ts'

/** Who and what a report is about. */
export interface ReportSubject {
  document: string
  name: string
  product: string
  protocol: string
  /** Unix milliseconds. */
  at: number
}

export interface ReportPlan {
  pages: ReportPages
  outcome: ReportOutcome
  seed: number
  /** Full of traps that call back to the simulator; its length is always one page. */
  hostile: boolean
}

/** Which report a document gets. */
export interface ReportShelf {
  /** What is left out keeps its default: two pages, with restrictions, seed 1, harmless. */
  set(document: string, plan: Partial<ReportPlan>): void
  clear(): void
  outcome(document: string): ReportOutcome
  html(subject: ReportSubject): string
}

const usual: ReportPlan = { pages: 2, outcome: 'restrictions', seed: 1, hostile: false }

/** @param trapUrl where the hostile report's traps point, ends with a slash. */
export const reportShelf = (trapUrl: () => string): ReportShelf => {
  const plans = new Map<string, ReportPlan>()
  const planOf = (document: string): ReportPlan => plans.get(document) ?? usual
  return {
    set: (document, plan) => void plans.set(document, { ...planOf(document), ...plan }),
    clear: () => plans.clear(),
    outcome: (document) => planOf(document).outcome,
    html: (subject) => {
      const { hostile, ...plan } = planOf(subject.document)
      return hostile
        ? buildHostileReport({ ...subject, trapUrl: trapUrl() })
        : buildReport({ ...subject, ...plan })
    },
  }
}
