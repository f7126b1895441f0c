import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Scope } from '../../shared/api.ts'

/** Whether this browser may do what wants that permission. */
export type May = (scope: Scope) => boolean

/** The rights of this browser, for every part below. */
export const RightsContext = createContext<May>(() => true)

export const useMay = (): May => useContext(RightsContext)
