interface AddressWatchParts {
  window: Window
  signal: AbortSignal
  /** Told each new address once, the present one first. */
  entered: (address: URL) => void
}

interface NavigateEvent extends Event {
  destination: { url: string; sameDocument: boolean }
}

/**
 * Follows the address of a page that changes it without a load. The browser announces a change before the page acts on it; whoever
 * reads then still reads the page before. A load is no change: the page goes away, or a download, a phone number or a question
 * about unsaved data leaves it as it is. Gives a function that looks at the address again.
 */
export const watchAddress = ({ window, signal, entered }: AddressWatchParts): (() => void) => {
  let told = ''
  const tell = (url: string): void => {
    if (url === told) return
    told = url
    entered(new URL(url))
  }
  const look = (): void => tell(window.location.href)
  const { navigation } = window as Window & { navigation?: EventTarget }
  navigation?.addEventListener(
    'navigate',
    (event) => {
      const { url, sameDocument } = (event as NavigateEvent).destination
      if (!sameDocument) return
      tell(url)
      // The page may take its change back; Chromium keeps that event from content scripts.
      setTimeout(look)
    },
    { signal },
  )
  navigation?.addEventListener('currententrychange', look, { signal })
  // Browsers without that announcement; `pushState` there is told by the change of the page that follows it.
  for (const type of ['popstate', 'hashchange', 'pageshow']) window.addEventListener(type, look, { signal })
  look()
  return look
}
