/** An event as a person's hand makes it: a test's own events are a script's, and those count for nothing. */
export const trusted = <Kind extends Event>(event: Kind): Kind =>
  Object.defineProperty(event, 'isTrusted', { value: true })
