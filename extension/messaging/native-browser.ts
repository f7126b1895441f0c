import type { Browser } from 'webextension-polyfill'

const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser }

/**
 * The browser's own interface, for what runs in every page of the ERP: both browsers answer with promises by themselves, and the
 * polyfill would be a sixth of the content script. A listener of `onMessage` has to answer by its third parameter in Chromium.
 */
export const nativeBrowser = (browser ?? chrome) as Browser
