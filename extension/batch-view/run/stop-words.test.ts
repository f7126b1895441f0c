import { describe, expect, test } from 'vitest'
import { batchStopCauses } from '../../../shared/api.ts'
import { texts } from '../../../shared/locales/texts.ts'
import { refusal } from '../../ui/testing/samples.ts'
import { counts, now, runningBatch, stopOf } from '../testing/batch-samples.ts'
import { haltWords } from './stop-words.ts'

const words = texts('pt-BR')
const halt = (over: Parameters<typeof runningBatch>[0]) => haltWords(runningBatch(over), words, now)

describe('why a batch does not go on', () => {
  test('nothing to say while it runs', () => expect(halt({})).toBeNull())

  test.each(batchStopCauses)('%s: what happened, that nothing was lost, and the next step', (cause) => {
    const said = halt({ state: 'stopped', stop: stopOf({ cause }) })
    expect(said?.text).toBe(words.batch.run.stops[cause].what)
    expect(said?.hint).toBe(`${words.batch.run.notLost} ${words.batch.run.stops[cause].next}`)
  })

  test('G86 · a short wait goes on by itself, a long one names its time and waits for a person', () => {
    expect(halt({ waitingUntil: '2026-11-25T13:00:30.000Z' })).toMatchObject({
      tone: 'neutral',
      text: 'O Connect ou o ERP pediu para aguardar até 10:00:30; o lote continua sozinho.',
    })
    const stop = stopOf({ cause: 'rate', until: '2026-11-25T13:45:30.000Z' })
    expect(halt({ state: 'stopped', stop })).toMatchObject({
      text: 'O Connect ou o ERP pediu para aguardar até 10:45:30.',
      hint: 'Nada se perdeu: o que já foi enviado está guardado e o resto espera. Continue a partir desse horário.',
    })
    const later = stopOf({ cause: 'rate', until: '2026-11-26T13:45:30.000Z' })
    expect(halt({ state: 'stopped', stop: later })?.text).toMatch('26/11/2026 10:45')
  })

  test('G85 · what the platform said stands beside the cause', () => {
    const stop = stopOf({ cause: 'credentials', problem: refusal('erp-credentials-refused') })
    expect(halt({ state: 'stopped', stop })?.hint).toMatch(/^Na última tentativa: .*ERP/)
  })

  test('a pause names who and when; a restart says that nothing was sent since', () => {
    const log = [{ at: '2026-11-25T13:02:00.000Z', actor: 'Bia', event: 'paused', text: null } as const]
    expect(halt({ state: 'paused', log: [...log] })?.text).toBe('Pausado por Bia em 25/11/2026 10:02.')
    expect(halt({ state: 'interrupted' })?.text).toBe('O serviço reiniciou. Nada foi enviado desde então.')
  })

  test('a cancelled one says what is still on its way, then nothing', () => {
    const on = { state: 'cancelled', counts: counts({ sending: 3 }) } as const
    expect(halt(on)?.text).toMatch('Em envio, terminando: 3.')
    expect(halt({ ...on, endedAt: '2026-11-25T13:02:00.000Z' })).toBeNull()
  })
})
