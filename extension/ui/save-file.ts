/** Hands a file to the browser's downloads under that name. */
export const saveFile = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download holds the data from here on; the address would keep it for as long as the tab lives.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}
