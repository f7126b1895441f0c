export const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
export type Corner = (typeof corners)[number]

/** Where the panel stands: its distance in pixels to the nearest corner of the window, so that another window keeps it sensible. */
export interface Place {
  corner: Corner
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

/** Pixels to the right and down. */
export interface Move {
  x: number
  y: number
}

export interface Box extends Size {
  left: number
  top: number
}

/** Free space between panel and window's edge. */
const edge = 12

/** Where the panel stands until somebody moves it. */
export const home: Place = { corner: 'bottom-right', x: edge, y: edge }

const along = (distance: number, room: number): number => {
  const margin = Math.max(0, Math.min(edge, room / 2))
  return Math.max(margin, Math.min(distance, room - margin))
}

/** The same place, but wholly inside the window; `panel` and `window` are their sizes now. */
export const insideWindow = ({ corner, x, y }: Place, panel: Size, window: Size): Place => ({
  corner,
  x: along(x, window.width - panel.width),
  y: along(y, window.height - panel.height),
})

/** The place of a panel that stood there and was moved so far, pulled back into the window where that led outside. */
export const nearestPlace = (box: Box, move: Move, window: Size): Place => {
  const left = box.left + move.x
  const top = box.top + move.y
  const right = window.width - left - box.width
  const bottom = window.height - top - box.height
  const place: Place = {
    corner: `${top < bottom ? 'top' : 'bottom'}-${left < right ? 'left' : 'right'}`,
    x: Math.round(Math.min(left, right)),
    y: Math.round(Math.min(top, bottom)),
  }
  return insideWindow(place, box, window)
}

export const isAtTop = ({ corner }: Place): boolean => corner.startsWith('top')
export const isAtLeft = ({ corner }: Place): boolean => corner.endsWith('left')

/** Pixels of one press of an arrow key, and of one with Shift. */
const step = 16
const farStep = 64

const ways = new Map<string, readonly [number, number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

/** How far a key moves the panel, `home` for the key that puts it back to its corner, null for every other key. */
export const moveOfKey = ({
  key,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Move | 'home' | null => {
  if (key === 'Home') return 'home'
  const way = ways.get(key)
  const far = shiftKey ? farStep : step
  return way ? { x: way[0] * far, y: way[1] * far } : null
}
