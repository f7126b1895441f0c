import type { Server } from 'node:http'

/** Stops accepting, lets what is in work end within `graceMs`, then cuts the rest. */
export const closeServer = (server: Server, graceMs = 3_000): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
