/**
 * Runs something once the page has laid out its next frame and before it is drawn: reading geometry costs nothing there, however busy
 * the page is. In a page that nobody sees not before somebody does.
 */
export const afterLayout = (run: () => void): void => {
  const observer = new ResizeObserver(() => {
    observer.disconnect()
    run()
  })
  observer.observe(document.documentElement)
}
