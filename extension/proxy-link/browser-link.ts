import browser from 'webextension-polyfill'
import { servicePattern } from './address.ts'
import { isLocalNetworkDenied } from './browser-blocks.ts'
import { indexedDbKeyStore } from './key-store.ts'
import type { Link } from './link.ts'
import { createLink } from './link.ts'

/** Whether the browser lets the background reach the service (case G63). */
export const isServiceAllowed = (): Promise<boolean> =>
  browser.permissions.contains({ origins: [servicePattern] })

/** The link of the running background: the browser's network, clock, randomness and key store. */
export const browserLink = (): Link =>
  createLink({
    fetch: (input, init) => fetch(input, init),
    clock: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    keys: indexedDbKeyStore(indexedDB),
    isAllowed: isServiceAllowed,
    isBlocked: () => isLocalNetworkDenied(navigator.permissions),
    version: browser.runtime.getManifest().version,
  })
