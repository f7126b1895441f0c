// Reads the switches of this page load from its address, by the table that the tests use too. Words that are no switch are left alone, as any ERP would; a wrong value is an error.
angular.module('hubsoft').factory('switches', (settings) => {
  const read = {}
  for (const [name, row] of Object.entries(settings.switchTable)) {
    read[name] = row.choices === undefined ? row.amount : row.choices[0]
  }
  for (const [name, value] of new URLSearchParams(window.location.search)) {
    const row = settings.switchTable[name]
    if (row === undefined) continue
    const parsed = row.choices === undefined ? Number(value) : value
    if (row.choices === undefined ? !Number.isFinite(parsed) : !row.choices.includes(value)) {
      console.error(`switch ${name} has no value ${value}`)
    }
    read[name] = parsed
  }
  return Object.freeze(read)
})
