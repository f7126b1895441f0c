import type { PrivacyService } from '../privacy/service.ts'
import { actorOf } from './actor.ts'
import type { Handlers } from './handlers.ts'

type PrivacyHandlers = Pick<Handlers, 'personHeld' | 'personExport' | 'personErase'>

export const privacyHandlers = (service: PrivacyService): PrivacyHandlers => ({
  personHeld: ({ document }) => service.held(document),
  personExport: async ({ document }, caller) => ({ file: await service.export(document, actorOf(caller)) }),
  personErase: ({ document, reason }, caller) => service.erase(document, reason, actorOf(caller)),
})
