/** `GET configuracao/empresa` (its shape is ASSUMED) and `GET configuracao/servico_status`. */
import type { Answer } from '../../server/answer.ts'
import type { Desk } from '../desk.ts'
import { serviceStates } from '../records.ts'
import { success } from '../wire-text.ts'

export const companies = ({ database }: Desk): Answer =>
  success({
    empresas: database.companies.map((company) => ({
      id_empresa: company.id,
      documento: company.document,
      nome_razaosocial: company.name,
      nome_fantasia: company.name,
    })),
  })

export const states = (): Answer =>
  success({
    servico_status: Object.entries(serviceStates).map(([prefixo, descricao], index) => ({
      id_servico_status: index + 1,
      descricao,
      prefixo,
    })),
  })
