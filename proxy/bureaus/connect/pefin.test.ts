import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../shared/document.ts'
import { cents, wireMoney } from '../../../shared/money.ts'
import { debtForm, decodePefin, inclusionForm, postPefin, removalForm } from './pefin.ts'
import { answering, credentials, echo, inclusion } from './sample-debt.ts'

describe('the assumed forms', () => {
  test('an inclusion', () => {
    expect(inclusionForm(inclusion)).toEqual({
      operacao: 'incluir',
      documento: '73164025807',
      tipodocumento: 'F',
      contrato: '700001-a1b2c3',
      credor: '04718253000156',
      estatica: 'N',
      nome: 'MARIA EXEMPLO DA SILVA',
      cep: '35560000',
      logradouro: 'RUA DAS ACÁCIAS',
      numero: '120',
      complemento: 'CASA 2',
      bairro: 'CENTRO',
      cidade: 'CIDADE MODELO',
      uf: 'MG',
      valor: '79.90',
      vencimento: '10/09/2026',
      motivo: 'TI',
    })
  })

  test('a removal, with the platform’s own number where it is known', () => {
    const removal = { ...inclusion, reference: null, reasonCode: '01' }
    const form = removalForm(removal)
    expect(form).toMatchObject({ operacao: 'excluir', contrato: '700001-a1b2c3', motivo: '01' })
    expect(form).not.toHaveProperty('registro')
    expect(form).not.toHaveProperty('nome')
    expect(removalForm({ ...removal, reference: 'P7' })).toMatchObject({ registro: 'P7' })
  })

  test('a look-up names the debt and nothing of the person else', () => {
    expect(debtForm(inclusion)).toEqual({ operacao: 'situacao', tipodocumento: 'F', ...echo })
  })

  test('a company is a J', () => {
    const document = parseDocument('04.718.253/0001-56')!
    expect(debtForm({ ...inclusion, document })).toMatchObject({ tipodocumento: 'J' })
  })

  test('G56 · the test environment is written on every form', () => {
    const debt = { ...inclusion, environment: 'test' } as const
    for (const form of [
      inclusionForm(debt),
      removalForm({ ...debt, reference: null, reasonCode: '01' }),
      debtForm(debt),
    ])
      expect(form).toMatchObject({ estatica: 'S' })
  })

  test('G94 · 7990 cents are 79.90 for this connector, 7990 for one that counts in cents', () => {
    expect(inclusionForm({ ...inclusion, cents: cents(7990) })['valor']).toBe('79.90')
    expect(inclusionForm({ ...inclusion, cents: cents(100_000) })['valor']).toBe('1000.00')
    expect(wireMoney(cents(7990), 'reais')).toBe('79.90')
    expect(wireMoney(cents(7990), 'centavos')).toBe('7990')
  })

  test('go out once, by POST, with an explicit end; an inclusion is waited for longest', async () => {
    const deps = answering({ kind: 'lost' })
    await postPefin(deps, credentials, inclusionForm(inclusion))
    await postPefin(deps, credentials, debtForm(inclusion))
    const [first, second] = deps.calls
    expect(first).toMatchObject({
      method: 'POST',
      url: 'https://connect.example/mercurio/ws_pefin/',
      form: { login: 'provedor-pefin', password: 'pefin-456', operacao: 'incluir' },
    })
    expect(second?.timeoutMs).toBeGreaterThan(0)
    expect(first!.timeoutMs).toBeGreaterThan(second!.timeoutMs)
  })
})

const read = (answer: unknown) => decodePefin(JSON.stringify(answer))

describe('an answer read', () => {
  const success = { mensagem: 'Sucesso', protocolo: '000000007' }

  test.each([
    [echo, true],
    [{ ...echo, documento: '731.640.258-07' }, true],
    [{ documento: echo.documento, contrato: echo.contrato }, true],
    [{ ...echo, contrato: '700001-a1b2c4' }, false],
    [{ ...echo, documento: '90731582659' }, false],
    [{ ...echo, credor: '90001000000107' }, false],
    [{ ...echo, estatica: 'S' }, false],
    [{ documento: echo.documento }, false],
    [undefined, false],
    [null, false],
    ['700001-a1b2c3', false],
  ])('an echo of %j is about the debt: %s', (entrada, isAbout) => {
    expect(read({ status: success, entrada })?.isAbout(inclusion)).toBe(isAbout)
  })

  test('numbers and empty texts in the status', () => {
    expect(read({ status: { mensagem: 'Sucesso', protocolo: 7, codigo: '' } })).toMatchObject({
      isSuccess: true,
      protocol: '7',
      code: null,
    })
    expect(read({ status: { mensagem: 'x', codigo: 101, protocolo: ' ' } })).toMatchObject({
      isSuccess: false,
      protocol: null,
      code: '101',
    })
  })

  test.each([
    ['recebido', 'received'],
    ['comunicado', 'letter'],
    ['ativo', 'active'],
    ['devolvido', 'returned'],
    ['em_exclusao', 'removing'],
  ])('%s is present and %s', (situacao, state) => {
    const resultado = { situacao, protocolo: '7', registro: 'P7', valor: '79.90', vencimento: '10/09/2026' }
    expect(read({ status: success, resultado })?.debtState).toEqual({
      kind: 'present',
      state,
      protocol: '7',
      reference: 'P7',
      cents: 7990,
      due: '2026-09-10',
    })
  })

  test.each([
    ['recusado', 'refused'],
    ['excluido', 'removed'],
    ['expirado', 'expired'],
  ])('%s is ended and %s', (situacao, state) => {
    const resultado = { situacao, codigo: '101', texto: 'CPF 731.640.258-07 recusado' }
    expect(read({ status: success, resultado })?.debtState).toEqual({
      kind: 'ended',
      state,
      code: '101',
      text: 'CPF … recusado',
    })
  })

  test.each([
    { situacao: 'suspenso', valor: '79.90', vencimento: '10/09/2026' },
    { situacao: 'constructor', valor: '79.90', vencimento: '10/09/2026' },
    { situacao: 'ativo', vencimento: '10/09/2026' },
    { situacao: 'ativo', valor: '79,90', vencimento: '10/09/2026' },
    { situacao: 'ativo', valor: '79.90', vencimento: '31/02/2026' },
    {},
    null,
    [],
    'ativo',
  ])('%j tells no state', (resultado) => {
    expect(read({ status: success, resultado })).toMatchObject({ isSuccess: true, debtState: null })
  })

  test.each(['', 'null', '[]', '{"status"', '{"erro":"Falha"}', '<html></html>', '{"status":{}}'])(
    '%s is no answer of PEFIN',
    (text) => expect(decodePefin(text)).toBeNull(),
  )
})
