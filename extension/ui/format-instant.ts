const two = (value: number): string => String(value).padStart(2, '0')

/** An ISO instant as `25/11/2026` in the local time of this computer. */
export const formatDay = (instant: string): string => {
  const date = new Date(instant)
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`
}

/** An ISO instant as `25/11/2026 10:02` in the local time of this computer. */
export const formatInstant = (instant: string): string => {
  const date = new Date(instant)
  return `${formatDay(instant)} ${two(date.getHours())}:${two(date.getMinutes())}`
}
