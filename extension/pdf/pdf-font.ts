import type { jsPDF } from 'jspdf'
import fontAddress from './font/nada-consta-sans.ttf?inline'

export const fontName = 'NadaConstaSans'

/** Gives `pdf` a font with every accent and sign that a report can hold: jsPDF's own know only WinAnsi (G10). */
export const useFont = (pdf: jsPDF): void => {
  pdf.addFileToVFS(`${fontName}.ttf`, fontAddress.slice(fontAddress.indexOf(',') + 1))
  pdf.addFont(`${fontName}.ttf`, fontName, 'normal')
  pdf.setFont(fontName, 'normal')
}
