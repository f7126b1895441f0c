import { afterAll, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

// The next file of this process begins with an empty page and a browser to which nothing was said.
afterAll(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  history.replaceState(null, '', '/')
  document.head.replaceChildren()
  document.body.replaceChildren()
})
