import type { Features, SiteFeatures } from './site-features.ts'
import type { SiteProblem, SiteProblems } from './site-problems.ts'
import type { SiteState } from './site.ts'

/** A site as the options page shows it. */
export interface SiteSetup extends SiteState {
  features: Features
  /** What failed there in the extension of this version, oldest first. */
  problems: SiteProblem[]
}

export interface SetupParts {
  features: SiteFeatures
  problems: SiteProblems
  /** The extension's own version. */
  version: string
}

/** A site with its switches and problems. Those of another version are over: that version may read the pages again, or reports anew. */
export const siteSetup = async (state: SiteState, parts: SetupParts): Promise<SiteSetup> => {
  const problems = await parts.problems.read(state.site)
  return {
    ...state,
    features: await parts.features.read(state.site),
    problems: problems.filter(({ version }) => version === parts.version),
  }
}
