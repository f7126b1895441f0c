/** A CEP of eight digits as people write it, `37200-000`; anything else as it is. */
export const formatZip = (zip: string): string =>
  /^\d{8}$/.test(zip) ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip
