import type { Address, Customer, Service } from '../records.ts'
import { serviceStates } from '../records.ts'
import { amount } from '../wire-text.ts'

/** `estado` holds the two letters and `uf` the full name: swapped, as in the real answer. */
export const addressWire = (address: Address) => ({
  completo: `${address.street}, ${address.number} - ${address.district}, ${address.city}/${address.state} | CEP: ${address.zip.slice(0, 5)}-${address.zip.slice(5)}`,
  endereco: address.street,
  numero: address.number,
  complemento: address.complement,
  referencia: null,
  bairro: address.district,
  cep: address.zip,
  estado: address.state,
  uf: address.stateName,
  cidade: address.city,
  coordenadas: { latitude: null, longitude: null },
})

export const addressesWire = ({ address }: Service) => ({
  endereco_cadastral: addressWire(address),
  endereco_instalacao: addressWire(address),
  endereco_fiscal: addressWire(address),
  endereco_cobranca: addressWire(address),
})

const serviceWire = (service: Service) => ({
  id_cliente_servico: service.id,
  id_servico: 44,
  numero_plano: service.plan,
  nome: service.name,
  valor: amount(service.cents),
  status: serviceStates[service.state],
  status_prefixo: service.state,
  tecnologia: 'FIBRA',
  login: service.login,
  senha: service.password,
  ipv4: service.ipv4,
  mac_addr: service.mac,
  phy_addr: service.mac,
  motivo_cancelamento: service.cancelReason,
  motivo_cancelamento_prefixo: service.cancelReason === null ? null : 'inadimplencia',
  senhas: [{ descricao: 'Roteador', usuario: 'admin', senha: service.password }],
  pacotes: [
    {
      id_pacote: 1,
      descricao: 'IP FIXO',
      valor: '20',
      observacoes: '',
      data_cadastro: '2021-11-21 16:43:56',
    },
  ],
  ...addressesWire(service),
})

/** A customer as `cliente` and `cliente/todos` show him; `data_nascmento` is misspelt there. */
export const customerWire = (customer: Customer, services: readonly Service[]) => ({
  id_cliente: customer.id,
  codigo_cliente: customer.code,
  nome_razaosocial: customer.name,
  nome_fantasia: null,
  tipo_pessoa: customer.document.length === 11 ? 'pf' : 'pj',
  cpf_cnpj: customer.document,
  telefone_primario: customer.phone,
  telefone_secundario: null,
  telefone_terciario: '',
  email_principal: customer.email,
  email_secundario: null,
  rg: null,
  rg_emissao: null,
  inscricao_municipal: null,
  inscricao_estadual: null,
  data_cadastro: `${customer.registered} 00:00:00`,
  data_nascmento: customer.birth === null ? null : `${customer.birth} 00:00:00`,
  alerta: false,
  alerta_mensagens: [],
  servicos: services.map(serviceWire),
})
