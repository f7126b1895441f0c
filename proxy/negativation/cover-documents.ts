/** CPF and CNPJ bare, with their mask or with spaces, as the shapes of `parseDocument`; a longer layout has zeros before them. */
const numbers = [
  String.raw`\d{3}\.?\d{3}\.?\d{3}-?\d{2}`,
  String.raw`\d{3} \d{3} \d{3} \d{2}`,
  String.raw`\d{2}\.?\d{3}\.?\d{3}/?\d{4}-?\d{2}`,
  String.raw`\d{2} \d{3} \d{3} \d{4} \d{2}`,
].join('|')
const lettered = String.raw`[\dA-Z]{2}\.?[\dA-Z]{3}\.?[\dA-Z]{3}/?[\dA-Z]{4}-?\d{2}`

const document = new RegExp(
  String.raw`(?<!\d)0{0,4}(?:${numbers})(?!\d)|(?<![\dA-Z])0?${lettered}(?![\dA-Z])`,
  'gi',
)

/**
 * What a bureau said, for the history: whatever could be a CPF or a CNPJ becomes `…`. The raw text is evidence and stays otherwise as
 * it came.
 */
export const coverDocuments = (text: string): string => text.replace(document, '…')
