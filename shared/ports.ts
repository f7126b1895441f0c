/** The fixed ports, tried in this order by the service and by the extension; below every dynamic range. */
export const ports = [41417, 41418, 41419] as const
