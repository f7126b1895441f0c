import type { Environment, Integration, ReasonView } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import { missing } from '../integrations/missing.ts'
import type { IntegrationRecord, NegativationRecord } from '../store/records.ts'

/** The reasons of one kind that the integration's products list. */
const reasonsOf = (
  { products }: IntegrationRecord,
  kind: 'inclusion-reason' | 'removal-reason',
): ReasonView[] => products.filter((product) => product.kind === kind).flatMap(({ reasons }) => reasons)

export const inclusionReasonsOf = (integration: IntegrationRecord): ReasonView[] =>
  reasonsOf(integration, 'inclusion-reason')

export const removalReasonsIn = (integration: IntegrationRecord): ReasonView[] =>
  reasonsOf(integration, 'removal-reason')

/** The Motivo Inclusão that a person chose. @throws `inclusion-reason-unknown` */
export const inclusionReason = (integration: IntegrationRecord, code: string): ReasonView => {
  const reason = inclusionReasonsOf(integration).find((each) => each.code === code)
  if (!reason) throw new AppError('inclusion-reason-unknown')
  return reason
}

/** In the words of the screens: "Motivo Baixa". */
export const missingNames = (kinds: Integration['missing']): string => {
  const { missingNames: names } = texts('pt-BR').confirm
  return kinds.map((kind) => names[kind]).join(', ')
}

/** What the rules look at of an integration that may be chosen. */
export const setUpOf = (integration: IntegrationRecord): { missing: string[]; environment: Environment } => ({
  missing: [missingNames(missing(integration))].filter(Boolean),
  environment: integration.environment,
})

/** Nothing is included that could not be removed (case G32). @throws `inclusion-not-set-up` naming what is missing */
export const assertSetUp = (integration: IntegrationRecord): void => {
  const kinds = missing(integration)
  if (kinds.length > 0)
    throw new AppError('inclusion-not-set-up', { params: { missing: missingNames(kinds) } })
}

/** A record is only ever handled in the environment in which it was made (case G56). @throws `environment-differs` */
export const assertEnvironment = (
  { environment }: Pick<NegativationRecord, 'environment'>,
  integration: IntegrationRecord,
): void => {
  if (integration.environment === environment) return
  const { environments } = texts('pt-BR').negativation
  throw new AppError('environment-differs', {
    params: { recorded: environments[environment], current: environments[integration.environment] },
  })
}
