export const erp = {}
