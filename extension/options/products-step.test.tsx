import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { integration, product, saved } from '../ui/testing/samples.ts'
import { showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

afterEach(cleanup)

describe('step 4 · products', () => {
  test('a synchronisation shows what came, changed and went; missing Motivo Baixa is explained', async () => {
    const before = integration({ pefin: saved, missing: ['removal-reason'], products: [] })
    const pefinProducts = [
      product({ code: 'INCLUSAO_PEFIN', name: 'Inclusão Pefin', kind: 'inclusion' }),
      product({ code: 'EXCLUSAO_PEFIN', name: 'Exclusão Pefin', kind: 'removal' }),
      product({
        code: 'MOTIVO_INCLUSAO',
        name: 'Motivo Inclusão',
        kind: 'inclusion-reason',
        reasons: [{ code: 'TI', text: 'Serviço de dados' }],
      }),
    ]
    const after = { ...before, products: [product(), ...pefinProducts] }
    showOptions({
      integrations: ok({ integrations: [before] }),
      productsSync: ok({
        integration: after,
        added: [product()],
        changed: [{ before: product({ name: 'CREDNET PLUS' }), after: product({ name: 'CREDNET TOP' }) }],
        gone: [product({ code: 'OLD', name: 'CREDNET OLD' })],
        failed: [],
      }),
    })
    fireEvent.click(await screen.findByText('Sincronizar'))
    await screen.findByText('Novo')
    expect(screen.getByText('antes: CREDNET PLUS')).toBeTruthy()
    expect(screen.getByText('CREDNET OLD')).toBeTruthy()
    expect(screen.getByText(/Sem Motivo Baixa a inclusão fica desligada/)).toBeTruthy()
    expect(screen.getByText(/Motivo Inclusão · 1 motivos/)).toBeTruthy()
  })

  test('one pair’s list that cannot be read is named, the other’s products come', async () => {
    const error = {
      code: 'connect-credentials-refused',
      text: '',
      hint: '',
      params: { pair: 'login_pefin/senha_pefin' },
    }
    showOptions({
      integrations: ok({ integrations: [integration({ products: [] })] }),
      productsSync: ok({
        integration: integration(),
        added: [product()],
        changed: [],
        gone: [],
        failed: [{ pair: 'pefin', error }],
      }),
    })
    fireEvent.click(await screen.findByText('Sincronizar'))
    expect(await screen.findByText('O Connect recusou login_pefin/senha_pefin.')).toBeTruthy()
    expect(screen.getByText('Novo')).toBeTruthy()
  })

  test('a list that cannot be read is said, and the old one stays', async () => {
    showOptions({
      integrations: ok({ integrations: [integration()] }),
      productsSync: fail('connect-products-unreadable'),
    })
    fireEvent.click(await screen.findByText('Produtos'))
    fireEvent.click(await screen.findByText('Sincronizar'))
    expect(await screen.findByText(/A lista anterior foi mantida/)).toBeTruthy()
    expect(screen.getByText('CREDNET_LIGHT')).toBeTruthy()
  })

  test('a price is edited in its row', async () => {
    const background = showOptions({
      integrations: ok({ integrations: [integration()] }),
      productSave: ok(integration({ products: [product({ priceCents: 1290 })] })),
    })
    fireEvent.click(await screen.findByText('Produtos'))
    await screen.findByDisplayValue('R$ 4,90')
    typeInto('Preço de CREDNET LIGHT', '12,9')
    expect(screen.getByText('Use um valor como R$ 4,90.')).toBeTruthy()
    typeInto('Preço de CREDNET LIGHT', '12,90')
    submitFormOf('Preço de CREDNET LIGHT')
    await screen.findByDisplayValue('R$ 12,90')
    expect(background.of('productSave')).toMatchObject([{ code: 'CREDNET_LIGHT', priceCents: 1290 }])
  })

  test('the price of an inclusion stands beside those of the queries and keeps its kind', async () => {
    const inclusion = product({
      code: 'INCLUSAO_PEFIN',
      name: 'Inclusão Pefin',
      kind: 'inclusion',
      persons: [],
      priceCents: null,
    })
    const background = showOptions({
      integrations: ok({ integrations: [integration({ products: [product(), inclusion] })] }),
      productSave: ok(integration({ products: [product(), { ...inclusion, priceCents: 450 }] })),
    })
    fireEvent.click(await screen.findByText('Produtos'))
    await screen.findByLabelText('Preço de Inclusão Pefin')
    typeInto('Preço de Inclusão Pefin', '4,50')
    submitFormOf('Preço de Inclusão Pefin')
    await screen.findByDisplayValue('R$ 4,50')
    expect(background.of('productSave')).toMatchObject([
      { kind: 'inclusion', code: 'INCLUSAO_PEFIN', priceCents: 450 },
    ])
  })
})
