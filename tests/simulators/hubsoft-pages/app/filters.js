// Money in cents, dates YYYY-MM-DD and documents, as a Brazilian screen writes them.
angular
  .module('hubsoft')
  .filter(
    'reais',
    () => (cents) => (cents / 100).toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' }),
  )
  .filter('dia', () => (date) => (date ? date.split('-').toReversed().join('/') : ''))
  .filter(
    'documento',
    () =>
      (text = '') =>
        text.length === 11
          ? text.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4')
          : text.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5'),
  )
  .filter(
    'telefone',
    () =>
      (text = '') =>
        text.replace(/^(.{2})(.{5})(.{4})$/, '($1) $2-$3'),
  )
