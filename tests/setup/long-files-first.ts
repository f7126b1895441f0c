import { stat } from 'node:fs/promises'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** The files that take longest, the longest first. One that begins last would run alone, with a core idle. */
const longest = [
  'tests/e2e/attack-10',
  'tests/crash/random-moments',
  'tests/crash/every-point',
  'tests/e2e/erp/firefox',
  'tests/e2e/erp/',
  'tests/e2e/axe',
  'tests/e2e/hubsoft-pages/detection',
  'tests/e2e/negativation-journey',
  'tests/crash/',
  'tests/package/',
  'tests/e2e/hubsoft-pages/',
  'tests/e2e/pdf/',
  'tests/properties/year',
  'tests/properties/clearing',
  'tests/properties/batch-many',
  'tests/cases/candidates',
  'tests/attacks/canary/one-process',
  'tests/cases/restore-drill',
  'tests/cases/two-processes',
  'proxy/negativation/record-index',
  'proxy/store/disk-store',
  'tests/properties/',
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = longest.findIndex((name) => moduleId.includes(`/${name}`))
  return rank === -1 ? longest.length : rank
}

/**
 * The order in which test files begin: what shares a process stands together and comes first, then the long files, then the large ones.
 * It is the same on a machine that has never run them.
 */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ordered = await Promise.all(
      files.map(async (file) => ({
        file,
        group: file.project.config.sequence.groupOrder,
        shared: file.project.config.isolate ? '' : file.project.name,
        rank: rankOf(file),
        size: (await stat(file.moduleId)).size,
      })),
    )
    return ordered
      .toSorted(
        (a, b) => a.group - b.group || b.shared.localeCompare(a.shared) || a.rank - b.rank || b.size - a.size,
      )
      .map(({ file }) => file)
  }
}
