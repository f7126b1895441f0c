/**
 * What a page can be told to do, by its query string: one entry is one behaviour of a real ERP page that has broken an
 * extension. The server hands this table to the pages (`/assets/switch-table.js`), the tests write addresses with it.
 * A switch holds for the life of one page load: routes changed inside the page keep it, a reload without it does not.
 */
interface Choice {
  readonly about: string
  /** The first one is what happens when nothing is said. */
  readonly choices: readonly [string, ...string[]]
}

interface Amount {
  readonly about: string
  readonly amount: number
}

export const switchTable = {
  delay: { about: 'milliseconds until the record answers; grids answer in half of it', amount: 0 },
  answers: {
    about: 'reversed: the first record asked for answers last',
    choices: ['in-order', 'reversed'],
  },
  churn: {
    about: 'every so many milliseconds all grid rows are made anew; the selection is lost',
    amount: 0,
  },
  swap: {
    about: 'the record header is taken out and another put in, in one task or in two',
    choices: ['none', 'same-task', 'two-tasks'],
  },
  swaps: { about: 'how many times the header is swapped', amount: 1 },
  swapEvery: { about: 'milliseconds between two swaps', amount: 300 },
  anchor: {
    about: 'gone: after the swaps the credit button stays away',
    choices: ['stays', 'gone-after-swaps'],
  },
  nuke: {
    about: 'children of <body> that the page does not know are removed twice a second',
    choices: ['off', 'on'],
  },
  alert: {
    about: 'a blocking dialog opens with the record ("Visualização obrigatória")',
    choices: ['off', 'on'],
  },
  toasts: { about: 'so many toasts within five seconds', amount: 0 },
  clock: { about: 'a clock in the toolbar changes each second', choices: ['off', 'on'] },
  twin: {
    about:
      "an inactive tab of the registration holds another client's CPF; tab labels stand twice in the DOM",
    choices: ['off', 'on'],
  },
  neg: {
    about: 'Negativação as a route of its own or as a tab of the registration',
    choices: ['route', 'tab'],
  },
  document: {
    about: 'how the record shows its document',
    choices: [
      'formatted',
      'form-only',
      'bare-labelled',
      'bare-unlabelled',
      'masked',
      'absent',
      'alphanumeric-cnpj',
      'numeric-cnpj',
      'empty-mask',
      'split-spans',
      'nbsp',
      'person-switch',
    ],
  },
  lookalikes: {
    about: 'texts that pass the check digits and are no document of the client',
    choices: ['off', 'on'],
  },
  labelled: { about: 'documents that a label makes certain', choices: ['off', 'on'] },
  hotkeys: {
    about: 'the page listens to letters and Escape on document; hits are in window.hubsoftPages.hotkeys',
    choices: ['off', 'on'],
  },
  csp: {
    about: 'Content-Security-Policy of the page: only its styles, or everything of its own hosts only',
    choices: ['none', 'style', 'strict'],
  },
  session: {
    about: 'expired: every answer of the API is 401 and the page goes to /login',
    choices: ['valid', 'expired'],
  },
  permission: { about: 'none: no credit button, no credit menu, no Negativação', choices: ['full', 'none'] },
  rem: { about: 'font size of <html>', choices: ['default', '62.5%', '24px'] },
  css: {
    about: 'hostile: content-box for everything and no <button> visible outside the ERP',
    choices: ['plain', 'hostile'],
  },
  uppercase: { about: 'all text in capitals by CSS', choices: ['off', 'on'] },
  frames: { about: 'two frames of the same origin, one about:blank, one srcdoc', choices: ['off', 'on'] },
} as const satisfies Record<string, Choice | Amount>

type Table = typeof switchTable

export type SwitchName = keyof Table

/** Values for some switches; what is left out keeps its default. */
export type Switches = {
  readonly [Name in SwitchName]?: Table[Name] extends { choices: readonly (infer Value)[] } ? Value : number
}

/** The query string of `switches`, with its question mark; empty text for no switches. */
export function switchQuery(switches: Switches): string {
  const query = new URLSearchParams(
    Object.entries(switches).map(([name, value]) => [name, String(value)]),
  ).toString()
  return query === '' ? '' : `?${query}`
}
