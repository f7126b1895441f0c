/** CRC-16/CCITT-FALSE, four upper-case hexadecimal digits. */
const crc16 = (text: string): string => {
  let crc = 0xff_ff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x80_00 ? ((crc << 1) ^ 0x10_21) & 0xff_ff : (crc << 1) & 0xff_ff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** A Pix "copia e cola" (BR Code of the Banco Central) whose checksum is right, or null. */
export const parsePixCode = (text: string): string | null => {
  const code = text.trim()
  const isCode = code.startsWith('000201') && /6304[\dA-F]{4}$/i.test(code)
  return isCode && crc16(code.slice(0, -4)) === code.slice(-4).toUpperCase() ? code : null
}
