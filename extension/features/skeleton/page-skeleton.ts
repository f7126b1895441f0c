/** An open page of a site, by its address in the ERP. */
export interface SiteTab {
  id: number
  path: string
}

/** The structure of one open page, and the pages among which it was chosen. */
export interface PageSkeleton {
  text: string
  tabId: number
  /** The tab in front first, then the one that was used last. */
  tabs: SiteTab[]
}
