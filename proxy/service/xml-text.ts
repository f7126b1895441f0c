const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A text as the content of an XML element. */
export const xmlText = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
