// The imitated browser leaves out what every browser has: the rows of a table's section.
if (!('rows' in HTMLTableSectionElement.prototype))
  Object.defineProperty(HTMLTableSectionElement.prototype, 'rows', {
    get(this: HTMLTableSectionElement) {
      return [...this.children].filter((child) => child.localName === 'tr')
    },
  })

/** The people that the pages show. All made up. */
export const maria = { name: 'MARIA EXEMPLO DA SILVA', documents: ['731.640.258-07'] }
export const jose = { name: 'JOSÉ MODELO DE SOUZA', documents: ['907.315.826-59'] }
export const company = { name: 'EMPRESA FICTÍCIA LTDA', documents: ['0K.7M2.Q9R/0001-05'] }
/** A provider's own number. */
export const own = '90.001.000/0001-07'

export const invoice = (id: string, isTicked = true) => ({ id, isTicked })

export const show = (html: string): void => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = html
}
