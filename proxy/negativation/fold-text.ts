/** A text for comparing: without accents, in upper case. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
