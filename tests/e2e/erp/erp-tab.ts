import type { Switches } from '../../simulators/hubsoft-pages/switches.ts'
import type { ErpPanel } from '../erp-panel.ts'

/** A page of the ERP in either browser: what the tests of the panel need, and no more. */
export interface ErpTab {
  /** Opens a page of the ERP's panel. */
  open(path: string, switches?: Switches): Promise<void>
  /** Opens any address. */
  visit(url: string): Promise<void>
  /** Runs a function in the page's own world. */
  inPage<Result, Value = undefined>(
    run: (value: Value) => Result | Promise<Result>,
    value?: Value,
  ): Promise<Result>
  /** Waits until a function of the page's own world is true. */
  until<Value = undefined>(run: (value: Value) => unknown, value?: Value): Promise<void>
  panel: ErpPanel
  /** Clicks an element of the ERP, as a person does. */
  click(selector: string): Promise<void>
  /** Presses and releases one key, with what is held down meanwhile. */
  key(name: string, held?: 'Shift'): Promise<void>
  /** Width and height in CSS pixels; a zoom of 200 % is half of both at a scale of 2. */
  resize(width: number, height: number, scale?: number): Promise<void>
  /** So many steps back (negative) or forward in the history; the caller waits for what it expects there. */
  travel(steps: number): Promise<void>
  /** Errors of the console and uncaught ones since the last `open`. */
  complaints(): string[]
  close(): Promise<void>
}

/** A tab that the extension opened by itself. */
export interface OwnTab {
  url: string
  /** What the report page was asked to query. */
  draft: unknown
}

/** A browser with the built extension, in which the ERP's site is allowed. */
export interface ErpBrowser {
  tab(): Promise<ErpTab>
  /** The one tab of the extension that opens meanwhile; it is closed again. More than one is an error. */
  opened(act: () => Promise<unknown>): Promise<OwnTab>
  /** Runs a function in one of the extension's own pages. */
  inExtension<Result, Value = undefined>(
    run: (value: Value) => Result | Promise<Result>,
    value?: Value,
  ): Promise<Result>
  /** Reloads the extension, as an update does; ends when the old one is gone. */
  reloadExtension(): Promise<void>
  /** Allows the ERP's site, as the options page does. */
  allow(): Promise<void>
  close(): Promise<void>
}
