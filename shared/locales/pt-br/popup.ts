export const popup = {}
