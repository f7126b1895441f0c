/**
 * A report that attacks whoever shows it (cases G9, G15; attack 29). Every trap calls `trapUrl`, so that a test can count
 * on the server that nothing was loaded and on `window.__hit` that nothing ran. Its visible facts are a report's, so that
 * a classifier takes it for a result and the text must survive the cleaning.
 */
import type { ReportFacts } from './head-sections.ts'
import { banner, closing, identification } from './head-sections.ts'

export interface HostileReportOptions {
  document: string
  name: string
  /** An address that counts hits, ends with a slash. */
  trapUrl: string
  product?: string
  protocol?: string
  at?: number
}

/** What a frame's address would cost if a browser asked for it again (case G9). */
const framePath = (document: string): string => `/consulta?doc=${document}`

const headTraps = (url: string): string => `
<base href="${url}base/" target="_top">
<meta http-equiv="refresh" content="0; url=${url}refresh">
<link rel="stylesheet" href="${url}folha.css">
<link rel="prefetch" href="${url}prefetch">
<link rel="icon" href="${url}icone.ico">
<script src="${url}externo.js"></script>
<script>window.__hit = 1; top.__hit = 1; fetch('${url}fetch')</script>
<style>
@import "${url}importada.css";
@import url(${url}importada2.css);
@font-face { font-family: armadilha; src: url(${url}fonte.woff2); }
body { background-image: url(${url}fundo.png); }
.card { background: url('${url}cartao.png'); font-family: armadilha; list-style-image: url("${url}marca.gif"); }
.cobertura { position: fixed; top: 0; left: 0; width: 100%; height: 100%; z-index: 2147483647; background: #FFFFFF; opacity: 0.01; }
</style>`

const bodyTraps = (url: string, frame: string): string => `
<img src="x-inexistente.gif" onerror="window.__hit=2" alt="Imagem ausente">
<img src="${url}pixel.gif" width="1" height="1" alt="">
<img srcset="${url}srcset.gif 1x, ${url}srcset2.gif 2x" alt="">
<picture><source srcset="${url}fonte.webp"><img src="data:image/gif;base64,R0lGODlhAQABAIAAAMzMzP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==" alt=""></picture>
<svg onload="window.__hit=3" width="10" height="10"><image href="${url}svg.png" width="10" height="10"/><use href="${url}svg.svg#a"/><script>window.__hit=4</script></svg>
<math><mtext><table><mglyph><style><img src="x" onerror="window.__hit=5"></style></mglyph></table></mtext></math>
<a href="javascript:window.__hit=6">Ver detalhes da pendência</a>
<a href="${url}link" target="_top" ping="${url}ping">Atualizar consulta</a>
<a href="data:text/html,<script>window.__hit=7</script>">Baixar segunda via</a>
<iframe src="${frame}" width="300" height="60"></iframe>
<iframe srcdoc="<script>top.__hit=8</script><img src='${url}srcdoc.gif'>"></iframe>
<object data="${url}objeto.swf" type="application/x-shockwave-flash"><param name="movie" value="${url}filme.swf"></object>
<embed src="${url}embutido.pdf" type="application/pdf">
<video src="${url}video.mp4" poster="${url}cartaz.jpg" autoplay></video>
<audio src="${url}som.mp3" autoplay></audio>
<form action="${url}formulario" method="post" name="f" target="_top"><input type="text" name="senha" autofocus onfocus="window.__hit=9"><input type="image" src="${url}botao.gif"><button formaction="${url}formaction">Confirmar sua senha</button></form>
<div class="cobertura" style="background: url(${url}inline.png)" onclick="window.__hit=10">&nbsp;</div>
<div style="position: fixed; bottom: 0; right: 0; z-index: 99999" onmouseover="window.__hit=11">Sua sessão expirou. Digite a senha do sistema.</div>
<table background="${url}tabela.gif"><tr><td background="${url}celula.gif">PENDÊNCIAS FINANCEIRAS</td><td align="right">R$ 1.234,56</td></tr></table>
<body onload="window.__hit=12">
<template><img src="${url}modelo.gif" onerror="window.__hit=13"></template>
<noscript><p title="</noscript><img src=x onerror=window.__hit=14>">sem script</p></noscript>`

export const buildHostileReport = (options: HostileReportOptions): string => {
  const { document, name, trapUrl } = options
  const facts: ReportFacts = {
    document,
    name,
    product: options.product ?? 'CREDNET LIGHT',
    protocol: options.protocol ?? '000123456',
    at: options.at ?? Date.UTC(2026, 10, 25, 13),
    clear: false,
  }
  const frame = new URL(framePath(document), trapUrl).href
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">${headTraps(trapUrl)}</head><body>
${banner(facts)}
${identification(facts)}
${bodyTraps(trapUrl, frame)}
${closing(facts)}
</body></html>
`
}
