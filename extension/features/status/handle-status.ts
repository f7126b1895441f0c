import type { OperationOutput } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import { parseDocument } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Handlers } from '../../messaging/router.ts'
import type { Link } from '../../proxy-link/link.ts'
import { lastReports } from './last-report.ts'
import { panelStatus } from './panel-status.ts'

interface StatusParts {
  link: Pick<Link, 'call'>
  clock: Clock
}

/** The panel's question about the customer of its page: two reading operations, the first for the site that the browser names. */
export const statusHandlers = ({ link, clock }: StatusParts): Pick<Handlers, 'customer-status'> => {
  const lastReport = lastReports({
    clock,
    history: async (document) => {
      const { queries } = (await link.call('queryHistory', { document })) as OperationOutput<'queryHistory'>
      return queries
    },
  })
  return {
    'customer-status': async ({ customerId, document: text }, { host }) => {
      const document = parseDocument(text)
      if (!document || host === undefined) throw new AppError('message-refused')
      const [status, report] = await Promise.all([
        link.call('customerStatus', { site: host, customerId }),
        lastReport(document),
      ])
      return panelStatus(status as OperationOutput<'customerStatus'>, document, report, clock)
    },
  }
}
