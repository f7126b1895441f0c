export const erpSites = {
  functions: 'Functions',
  allOn: 'all on',
  oneOff: '1 off',
  someOff: '{count} off',
  legend: 'What the extension does on {host}',
  atOnce: 'Takes effect at once, on open pages too.',
  features: {
    panel: { label: 'Panel', hint: 'Customer, status and buttons, in the corner of the page.' },
    toolbar: { label: 'Entry in the top bar', hint: 'A button in the bar of the ERP, on every screen.' },
    record: { label: 'Button in the record', hint: "Opens the panel, beside the customer's name." },
    chips: { label: 'Documents in lists', hint: 'A tag beside each CPF or CNPJ that is recognised.' },
    marks: { label: 'Marks on invoices', hint: 'Registered, being removed, or may be registered.' },
    selection: {
      label: 'Document in the right-click menu',
      hint: 'When off, the menu stays and does not say which document is selected.',
    },
  },

  problemOne: 'One function does not work on this site.',
  problemMany: '{count} functions do not work on this site.',
  problemTodo:
    'The ERP page may have changed. Open the screen where the function is missing, copy its skeleton and send it to support.',
  problemSince: 'since {date}, version {version}',
  stillWorks: 'Still works: {what}',
  retry: 'Try again',
  parts: {
    recognises: { what: 'Recognising the address of the ERP', still: 'queries from the extension button.' },
    route: {
      what: 'Knowing which screen is open',
      still: 'the right-click menu and the extension button.',
    },
    readRecord: {
      what: 'Reading the customer in the record',
      still: 'typing the document in the panel, and the right-click menu.',
    },
    selectedInvoices: {
      what: 'Reading the invoices ticked on the page',
      still: 'choosing the invoices in the list of the extension.',
    },
    toolbarAnchor: { what: 'Entry in the top bar', still: 'the panel and the right-click menu.' },
    recordAnchor: { what: 'Button in the record', still: 'the panel and the right-click menu.' },
    grids: { what: 'Tags and marks in lists', still: 'the panel and the right-click menu.' },
    rows: { what: 'Tags and marks in some rows', still: 'the panel and the right-click menu.' },
    isDark: {
      what: 'Following the light or dark look of the ERP',
      still: 'everything else, in the look of the system.',
    },
  },

  skeleton: {
    copy: 'Copy page skeleton',
    reading: 'Reading the structure of the page…',
    title: 'Skeleton of the page on {host}',
    check: 'Please check: structure only, no data.',
    checkHint:
      "Every letter and number became its shape: 731.640 reads D3.D3. Only the ERP's own words stay, such as CPF and Vencimento.",
    tab: 'Open page',
    copyText: 'Copy',
    copied: 'Copied',
    save: 'Save file',
    file: 'skeleton-{host}.txt',
    close: 'Close',
  },
}
