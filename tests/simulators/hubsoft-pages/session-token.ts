const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function token(claims: object): string {
  return [part({ alg: 'HS256', typ: 'JWT' }), part(claims), 'assinatura-de-teste'].join('.')
}

/** The made-up session token of the panel: three base64url parts, as a JWT has. A test asserts that it never leaves the page. */
export const sessionToken = token({ sub: '7', nome: 'Operadora de Teste', exp: 4102444800 })

/** The same session after its end; the API refuses it. */
export const expiredToken = token({ sub: '7', nome: 'Operadora de Teste', exp: 1 })
