import type { ErpRegistry } from '../erps/erp-registry.ts'
import type { Handlers } from './handlers.ts'

type ErpsHandlers = Pick<Handlers, 'erps' | 'erpCreate' | 'erpUpdate' | 'erpRemove' | 'erpTest'>

export const erpsHandlers = (registry: ErpRegistry): ErpsHandlers => ({
  erps: async () => ({ erps: await registry.list() }),
  erpCreate: (fields) => registry.create(fields),
  erpUpdate: (fields) => registry.update(fields),
  erpRemove: async ({ id }) => {
    await registry.remove(id)
    return { ok: true }
  },
  erpTest: ({ id }) => registry.test(id),
})
