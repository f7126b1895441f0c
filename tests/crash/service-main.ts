import { randomBytes } from 'node:crypto'
import { startService } from '../../proxy/cli/start-service.ts'

/** The service as `nada-consta start` runs it, on any free port, so that processes of several tests do not meet. */
const service = await startService({
  folder: process.env['NADA_CONSTA_HOME']!,
  env: process.env,
  ports: [0],
  clock: Date.now,
  random: randomBytes,
  log: () => {},
  version: '0.0.0',
})
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)))
process.send?.({ port: service.port })
