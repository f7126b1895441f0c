export const pdf = {
  /** Title of the page and of the file; no personal data. */
  title: 'Consulta de crédito – {product}',
  protocol: 'Protocolo {protocol}',
  noProtocol: 'Sem protocolo',
  operator: 'Consultado por {operator}',
  page: 'Página {page} de {pages}',
  creator: 'Nada Consta',
  /** In place of what the cleaning left out. */
  omittedImage: 'imagem externa omitida',
  omittedContent: 'conteúdo externo omitido',
}
