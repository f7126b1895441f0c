export const pdf = {
  title: 'Credit query – {product}',
  protocol: 'Protocol {protocol}',
  noProtocol: 'No protocol',
  operator: 'Queried by {operator}',
  page: 'Page {page} of {pages}',
  creator: 'Nada Consta',
  omittedImage: 'external image left out',
  omittedContent: 'external content left out',
}
