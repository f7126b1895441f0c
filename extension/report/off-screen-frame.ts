interface OffScreenFrameOptions {
  /** CSS pixels. */
  width: number
  height: number
  /** What it may do beside being reached by us; scripts never. */
  allow?: 'allow-modals'
  signal?: AbortSignal | undefined
}

/**
 * A frame outside the window that holds `html`, laid out and loaded. Attached and of real size: an element that is hidden
 * with `display: none` or not in the page cannot be measured or drawn (G7). The caller removes it.
 * @throws the signal's reason when it aborts first
 */
export const offScreenFrame = (html: string, options: OffScreenFrameOptions): Promise<HTMLIFrameElement> => {
  const { width, height, allow, signal } = options
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', ['allow-same-origin', allow].filter(Boolean).join(' '))
  // No scroll bars: they would take width from the layout.
  frame.setAttribute('scrolling', 'no')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.style.cssText = `position:fixed;left:-20000px;top:0;width:${width}px;height:${height}px;border:0;max-width:none;pointer-events:none`
  frame.srcdoc = html
  return new Promise((resolve, reject) => {
    const abort = () => {
      frame.remove()
      reject(signal?.reason)
    }
    if (signal?.aborted) {
      abort()
      return
    }
    signal?.addEventListener('abort', abort, { once: true })
    frame.addEventListener(
      'load',
      () => {
        signal?.removeEventListener('abort', abort)
        resolve(frame)
      },
      { once: true },
    )
    document.body.append(frame)
  })
}

/** The report in `frame`, as text that a frame can be made from. */
export const reportSource = (frame: HTMLIFrameElement): string =>
  `<!DOCTYPE html>${frame.contentDocument?.documentElement.outerHTML ?? ''}`
