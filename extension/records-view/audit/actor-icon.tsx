import { lineDrawing } from '../../ui/line-drawing.tsx'

const paths = {
  person: 'M8 2.6a2.7 2.7 0 100 5.4 2.7 2.7 0 000-5.4zM2.8 13.6c.5-2.7 2.5-4 5.2-4s4.7 1.3 5.2 4',
  program: 'M4 5.5h8V13H4zM8 5.5V3M6.3 8.4v1M9.7 8.4v1M2 8.3v2.4M14 8.3v2.4',
  terminal: 'M2 3.2h12v9.6H2zM4.6 6.2L6.8 8l-2.2 1.8M8.4 10h3',
} as const

export type ActorKind = keyof typeof paths

/** Who acted, as a line drawing beside the name. Apart from the other drawings: those go into every ERP page. */
export const ActorIcon = ({ kind }: { kind: ActorKind }) => lineDrawing(paths[kind])
