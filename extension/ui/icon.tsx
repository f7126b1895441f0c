import { lineDrawing } from './line-drawing.tsx'

const paths = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 2.2L14.4 13.5H1.6zM8 6.3v3.4M8 11.3v.6',
  current: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 6a2 2 0 100 4 2 2 0 000-4z',
  todo: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11z',
  info: 'M8 2.2a5.8 5.8 0 100 11.6A5.8 5.8 0 008 2.2zM8 7.4v3.6M8 4.9v.6',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  move: 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  pause: 'M5.6 3.5v9M10.4 3.5v9',
  search: 'M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.3 10.3L14 14',
  clock: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 5v3.2l2.2 1.6',
} as const

export type IconName = keyof typeof paths

/** A line drawing that takes the colour of its text; always beside a word, so it is hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => lineDrawing(paths[name])
