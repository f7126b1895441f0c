import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { InclusionPolicy } from '../../shared/api.ts'
import { people } from '../simulators/people.ts'
import { question, readyIntegration } from './credit-service.ts'
import { confirmation, freshDesk, invoiceAt, leaveDesk, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'

const { antonia } = people
const day = 86_400_000
let platforms: Platforms
let desk: DebtDesk

beforeAll(async () => {
  platforms = await startPlatforms()
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await freshDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const includes = () => platforms.connect.ledger.of('include').length
const policy = async (fields: Partial<InclusionPolicy>) =>
  desk.ana.call('inclusionPolicySave', { ...(await desk.ana.call('inclusionPolicy', {})), ...fields })

describe('G32 · never include what could not be removed', () => {
  const syncWithoutMotivoBaixa = async () => {
    const { products } = platforms.connect
    const motivos = products.pefin.find(({ codigo }) => codigo === 'MOTIVO_BAIXA')?.motivos ?? []
    products.setReasons('MOTIVO_BAIXA', [])
    await desk.ana.call('productsSync', { id: desk.integrationId })
    products.setReasons('MOTIVO_BAIXA', motivos)
  }

  test('G32 · without Motivo Baixa the query works, the inclusion is off and says why', async () => {
    await syncWithoutMotivoBaixa()
    const shown = await desk.draft()
    expect(shown.reasons).toContainEqual(expect.objectContaining({ code: 'not-set-up', level: 'block' }))
    expect(await desk.ana.refused('negativationConfirm', confirmation(shown))).toMatchObject({
      status: 409,
      code: 'inclusion-not-set-up',
      text: 'A inclusão está desligada nesta integração: falta Motivo Baixa.',
    })
    expect(includes()).toBe(0)
    const { id } = await desk.ana.call('queryStart', question(desk.integrationId))
    expect(await desk.service.ended(id)).toMatchObject({ state: 'done' })
  })

  test('G32 · with a PEFIN password that was refused at its test', async () => {
    await desk.ana.call('credentialsSave', {
      id: desk.integrationId,
      pair: 'pefin',
      login: 'provedor-pefin',
      password: 'errada',
    })
    await desk.ana.call('credentialsTest', { id: desk.integrationId, pair: 'pefin' })
    const refusal = await desk.ana.refused('negativationConfirm', confirmation(await desk.draft()))
    expect(refusal).toMatchObject({ code: 'inclusion-not-set-up' })
    expect(refusal.text).toContain('Pefin')
    expect(includes()).toBe(0)
  })

  test('G32 · the overview names what is missing before anyone selects an invoice', async () => {
    await syncWithoutMotivoBaixa()
    const { integrations } = await desk.ana.call('customerOverview', {
      erpId: desk.erpId,
      customerId: String(antonia.id),
    })
    expect(integrations).toMatchObject([{ missing: ['removal-reason'], removalReasons: [] }])
  })
})

describe('the rules of an administrator', () => {
  test('the defaults, and the floors that nobody passes', async () => {
    expect(await desk.ana.call('inclusionPolicy', {})).toEqual({
      minDaysLate: 30,
      minCents: 1000,
      maxMonths: 59,
      activeService: 'written',
      leaveOutFees: true,
      cancelledInvoices: 'remove',
      letterDays: 10,
      dailyLimit: 500,
      batchAtOnce: 4,
      batchPerMinute: 240,
      approvalPeople: 0,
      approvalCents: 0,
      isPaused: false,
    })
    const saved = await policy({ minDaysLate: 60 })
    expect(await desk.ana.call('inclusionPolicy', {})).toEqual(saved)
    for (const wrong of [{ minCents: 999 }, { maxMonths: 60 }, { minDaysLate: 0 }, { dailyLimit: -1 }])
      expect(await desk.ana.refused('inclusionPolicySave', { ...saved, ...wrong })).toMatchObject({
        code: 'input-invalid',
        params: { field: Object.keys(wrong)[0] },
      })
  })

  test('paused: no inclusion, and it stands beside the invoices', async () => {
    const shown = await desk.draft()
    await policy({ isPaused: true })
    expect((await desk.draft()).reasons).toContainEqual(
      expect.objectContaining({ code: 'inclusions-paused', level: 'block' }),
    )
    expect(await desk.ana.refused('negativationConfirm', confirmation(shown))).toMatchObject({
      code: 'inclusion-blocked',
    })
    expect(includes()).toBe(0)
  })

  test('a limit for the day, over all browsers; the next day begins anew', async () => {
    await policy({ dailyLimit: 1 })
    await desk.include()
    const leo = await desk.service.browser('Leo', 'b')
    const second = await desk.draft(antonia, [invoiceAt(antonia, 3)], leo)
    expect(await leo.refused('negativationConfirm', confirmation(second))).toMatchObject({
      code: 'inclusion-blocked',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'daily-limit' })]),
    })
    expect(includes()).toBe(1)
    platforms.time.now += day
    await desk.ana.call(
      'negativationConfirm',
      confirmation(await desk.draft(antonia, [invoiceAt(antonia, 3)])),
    )
    await desk.service.services.idle()
    expect(includes()).toBe(2)
  })

  test('a reason that is no longer synchronised', async () => {
    const wish = desk.wish(antonia, [invoiceAt(antonia, 2)], { reasonCode: 'ZZ' })
    expect(await desk.ana.refused('negativationDraft', wish)).toMatchObject({
      code: 'inclusion-reason-unknown',
    })
  })
})

describe('G56 · test and production do not mix', () => {
  const switchTo = (environment: 'test' | 'production') =>
    desk.ana.call('integrationUpdate', {
      id: desk.integrationId,
      description: 'Matriz',
      creditor: '04.718.253/0001-56',
      answerFormat: 'html',
      environment,
    })

  test('G56 · a draft of one environment is not sent in the other', async () => {
    const shown = await desk.draft()
    await switchTo('test')
    expect(await desk.ana.refused('negativationConfirm', confirmation(shown))).toMatchObject({
      status: 409,
      code: 'environment-differs',
    })
    expect(includes()).toBe(0)
  })

  test('G56 · a test record is told as one, lies among the test records, and blocks no removal of others', async () => {
    await switchTo('test')
    const shown = await desk.draft()
    expect(shown.reasons).toContainEqual(expect.objectContaining({ code: 'test-environment', level: 'warn' }))
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await desk.service.services.idle()
    expect(platforms.connect.pefin.live()).toMatchObject([{ environment: 'test' }])
    const list = { states: [], search: '', order: 'changed', after: null, limit: 50 } as const
    const listed = (environment: 'test' | 'production') =>
      desk.ana.call('negativations', { ...list, states: [], environment })
    expect(await listed('test')).toMatchObject({ total: 1 })
    expect(await listed('production')).toMatchObject({ total: 0 })
  })

  test('G56 · included in test, switched to production, paid: no call in production', async () => {
    await switchTo('test')
    const { id } = await desk.include()
    await switchTo('production')
    platforms.hubsoft.database.pay(Number(invoiceAt(antonia, 2)))
    for (let turn = 0; turn < 12; turn += 1) {
      platforms.time.now += 11 * 60_000
      await desk.service.tick()
    }
    platforms.hubsoft.database.undo(Number(invoiceAt(antonia, 2)))
    const sent = platforms.connect.ledger.of('remove').map(({ fields }) => fields['estatica'])
    expect(sent).toEqual([])
    expect(await desk.record(id)).toMatchObject({ environment: 'test' })
  })

  test.each([
    ['test', 'production'],
    ['production', 'test'],
  ] as const)('G56 · a record in %s does not block the invoice in %s', async (first, second) => {
    await switchTo(first)
    const earlier = await desk.include()
    await switchTo(second)
    const { invoices } = await desk.ana.call('customerOverview', {
      erpId: desk.erpId,
      customerId: String(antonia.id),
    })
    const candidate = invoices.find(({ id }) => id === invoiceAt(antonia, 2))
    expect(candidate?.reasons.map(({ code }) => code)).not.toContain('already-registered')
    const later = await desk.include()
    expect(later).toMatchObject({ state: 'sent', environment: second })
    expect(await desk.record(earlier.id)).toMatchObject({ state: 'sent', environment: first })
    expect(platforms.connect.pefin.live().map(({ environment }) => environment)).toEqual([first, second])
    // In its own environment each of them is still in the way.
    for (const environment of [first, second]) {
      await switchTo(environment)
      const again = confirmation(await desk.draft())
      expect(await desk.ana.refused('negativationConfirm', again)).toMatchObject({
        code: 'already-registered',
        negativation: { environment },
      })
    }
    expect(includes()).toBe(2)
  })

  test('G56 · with an integration in each, an invoice is free until it is registered in both', async () => {
    const homologation = await readyIntegration(desk.ana, {
      description: 'Homologação',
      environment: 'test',
    })
    const isFree = async () => {
      const { invoices } = await desk.ana.call('customerOverview', {
        erpId: desk.erpId,
        customerId: String(antonia.id),
      })
      const { reasons } = invoices.find(({ id }) => id === invoiceAt(antonia, 2))!
      return reasons.every(({ code }) => code !== 'already-registered')
    }
    const real = await desk.include()
    expect(await isFree()).toBe(true)
    const wish = desk.wish(antonia, [invoiceAt(antonia, 2)], { integrationId: homologation })
    const shown = await desk.ana.call('negativationDraft', wish)
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await desk.service.services.idle()
    expect(await isFree()).toBe(false)

    platforms.hubsoft.database.pay(Number(invoiceAt(antonia, 2)))
    platforms.time.now += 11 * 60_000
    await desk.service.tick()
    platforms.hubsoft.database.undo(Number(invoiceAt(antonia, 2)))
    for (const id of [real.id, shown.negativation.id])
      expect(await desk.record(id)).toMatchObject({ removal: { cause: 'paid' } })
    const sent = platforms.connect.ledger.of('remove').map(({ fields }) => fields['estatica'] ?? 'N')
    expect(sent.toSorted()).toEqual(['N', 'S'])
    expect(platforms.connect.pefin.live()).toEqual([])
  })
})
