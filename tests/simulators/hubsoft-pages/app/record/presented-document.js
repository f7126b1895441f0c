// How the `document` switch shows a client's document: `header` are the pieces of text, each in its own element; `form` fills the registration.
const labelled = (...pieces) => ({ label: 'CPF/CNPJ:', pieces })

angular.module('hubsoft').factory('presentedDocument', ($filter, switches) => {
  const alphanumeric = '0K7M2Q9R000105'
  const numeric = '04718253000156'
  const write = (text) => $filter('documento')(text)
  const variants = {
    formatted: (own) => ({ header: labelled(write(own)), form: own }),
    'form-only': (own) => ({ header: null, form: own }),
    'bare-labelled': (own) => ({ header: labelled(own), form: null }),
    'bare-unlabelled': (own) => ({ header: { label: '', pieces: [own] }, form: null }),
    masked: (own) => ({ header: labelled(`***${write(own).slice(3, 12)}**`), form: null }),
    absent: () => ({ header: null, form: null }),
    'alphanumeric-cnpj': () => ({ header: labelled(write(alphanumeric)), form: alphanumeric }),
    'numeric-cnpj': () => ({ header: labelled(write(numeric)), form: numeric }),
    'empty-mask': (own) => ({ header: null, form: own.length === 11 ? '' : null }),
    'split-spans': (own) => ({ header: labelled(write(own).slice(0, 7), write(own).slice(7)), form: null }),
    nbsp: (own) => ({ header: labelled(`\u00a0${write(own).replaceAll('.', '.\u2060')}\u00a0`), form: null }),
    'person-switch': (own) => ({ header: null, form: own, other: numeric }),
  }
  let variant = switches.document
  const present = (client) => variants[variant](client.cpf_cnpj)
  /** Another way from now on, for the views that are drawn next. */
  present.as = (next) => {
    variant = next
  }
  return present
})
