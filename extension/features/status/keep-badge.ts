import type { Alarms } from 'webextension-polyfill'

const alarm = 'removals'
const everyMinutes = 5

/** Refreshes the badge at each start of the background and by the browser's clock, which outlives the background. */
export const keepBadge = (
  alarms: Pick<Alarms.Static, 'create' | 'onAlarm'>,
  refresh: () => Promise<void>,
): void => {
  alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void refresh()
  })
  void alarms.create(alarm, { periodInMinutes: everyMinutes })
  void refresh()
}
