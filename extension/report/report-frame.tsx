import { useEffect, useRef } from 'preact/hooks'

interface ReportFrameProps {
  /** A document from `cleanReport`, never the bureau's own text. */
  html: string
  /** What a screen reader calls the frame. */
  title: string
  /** The report is laid out and may be exported or printed. */
  onReady: (frame: HTMLIFrameElement) => void
}

/** Room for a horizontal scroll bar under a report that is wider than the window. */
const scrollBar = 16

/** Makes the frame as high as its content, so that the tab scrolls and the frame does not. */
const fit = (frame: HTMLIFrameElement): void => {
  const root = frame.contentDocument?.documentElement
  if (!root) return
  // A document is never lower than its window: only at height 0 does it say what it needs.
  frame.style.height = '0'
  const isWide = root.scrollWidth > frame.clientWidth
  frame.style.height = `${root.scrollHeight + (isWide ? scrollBar : 0)}px`
}

/**
 * The bureau's report, in a document of its own: our styles do not reach it, and it runs, loads and opens nothing.
 * `allow-same-origin` without `allow-scripts` lets us measure and copy it, and lets it do nothing at all.
 */
export const ReportFrame = ({ html, title, onReady }: ReportFrameProps) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const ready = useRef(onReady)
  ready.current = onReady

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      fit(element)
    })
    const loaded = () => {
      const root = element.contentDocument?.documentElement
      if (!root || element.contentDocument?.URL === 'about:blank') return
      fit(element)
      observer.observe(root)
      ready.current(element)
    }
    element.addEventListener('load', loaded)
    element.srcdoc = html
    return () => {
      element.removeEventListener('load', loaded)
      observer.disconnect()
    }
  }, [html])

  return (
    <iframe
      ref={frame}
      class="report-frame"
      title={title}
      sandbox="allow-same-origin"
      style={{ display: 'block', width: '100%', border: '0', background: '#fff' }}
    />
  )
}
