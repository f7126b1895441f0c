/**
 * The closed list of words that may leave an ERP's page: they belong to HTML, to the ERP's framework or to its screens, and to no
 * customer. What is not here leaves as a shape. No first or family name, no place, no state of a customer may ever be added.
 */

/** Tags of HTML with a digit or a single letter, which the words below do not cover. */
const tags = 'a b i p q s u h1 h2 h3 h4 h5 h6'

const html = `
  abbr address area article aside audio base blockquote body br button canvas caption circle cite code col colgroup data datalist dd
  del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset head header hgroup hr html
  iframe img input ins kbd label legend li link main map menu meta meter nav noscript object ol optgroup option output param
  path picture pre progress rect samp script section select slot small source span strong style sub summary sup svg table tbody
  td template textarea tfoot th thead time title tr track ul use var video wbr
  accept action align alt aria async autocomplete autofocus charset checked cite class color cols colspan content contenteditable
  controls coords crossorigin datetime defer dir disabled download draggable enctype for headers height hidden href hreflang id
  integrity is ismap kind lang lazy list loading loop maxlength method min minlength multiple muted name nonce novalidate onclick
  onchange pattern placeholder poster readonly rel required reversed role rows rowspan sandbox scope selected shape size sizes
  spellcheck src srcdoc srcset start step tabindex target type usemap value width wrap shadow
  true false text password email tel number search submit reset radio checkbox date month file image url none auto off on
  activedescendant atomic autoselect busy current describedby description errormessage expanded flowto haspopup invalid keyshortcuts
  labelledby level live modal multiline multiselectable orientation owns placeholder posinset pressed relevant roledescription
  setsize sort valuemax valuemin valuenow valuetext polite assertive listbox combobox grid gridcell columnheader rowheader row tab
  tablist tabpanel menubar menuitem tree treeitem alert alertdialog presentation region banner navigation toolbar tooltip status log
  button heading article complementary contentinfo ascending descending horizontal vertical`

const framework = `
  ng md ms ui hs vm ctrl app scope isolate binding pristine dirty valid invalid touched untouched empty not show hide repeat if else
  switch when default model change click dblclick mousedown keydown focus blur class style init cloak include controller disabled
  options value bind html src href animate enter leave move active inactive view sref state transclude messages message csp track by
  in as index first last even odd parent root item items filter order limit date number json translate
  icon icons container group error errors bar actions action tabs tab dummy wrapper item card headline subhead media virtual
  repeater scroller sizer offsetter autocomplete wrap floating datepicker calendar chips chip circular linear ripple whiteframe
  primary accent warn hue raised fab mini colors theme themes themed open opened close closed clickable backdrop mask popup panel
  toast sidenav left right locked component noscroll truncate dense divider subheader switch slider swipe thumb ink track placeholder
  focused has input animating bottom sheet center middle top side align start end between around stretch baseline layout column flex
  gt lt xs sm lg xl fill padding margin nowrap delay mode indeterminate diameter offset position origin width height attr prevent
  escape outside trap keyboard page pages carded fullwidth subtitle quick toggle expand expanded collapse collapsed collapsable arrow
  rotate chevron down up next previous prev back font bg sidebar shortcuts scroll scrollable simple slide fade fold folded template
  logo avatar user users menu main frame view wide narrow compact large medium small inner outer fixed sticky absolute relative
  wrapper length info paginate paginator pagination processing sorting asc desc stripe child dtr details control
  hover border bordered striped responsive display cell cells body header footer head line lines block inline box grid span visible
  invisible loading loaded loader spinner overlay modal dialog content title label labels text texts name names field fields form
  forms button buttons link links image photo list lists table tables row rows col cols data key code bold italic muted success
  warning danger alert alerts note notes badge tag tags count counter total progress percentage step steps wizard stepper accordion
  select selected selection selectable option checkbox radio check checked checks search find query result results save edit remove
  delete add create update cancel confirm ok submit send print download upload refresh reload copy paste sort move settings config
  account multiple single bell history magnify message printer phone mail plus minus dots dot cross times eye clock menu cart money
  file folder home lock unlock key info help question heart cloud map pin tooltip trigger custom current go get set load run
  client clients customer event entry entries record records document documents invoice invoices charge charges section headline
  spacer unselected numeric orderable ordering ordered full dp gap connect activate should render with module modules auto horizontal
  http https www com br index api id ids uid uuid ref type types kind class status step ref min first last new old on off`

const screens = `
  hubsoft cliente clientes consulta consultar consultas crédito créditos cadastro cadastros cadastrar cabeçalho dados documento
  documentos cpf cnpj rg ie inscrição estadual municipal pessoa pessoas física jurídica nome razão social razaosocial fantasia nascimento
  telefone telefones celular email principal secundário primario primário contato contatos endereço endereços cep estado cidade
  bairro logradouro número numero complemento referência referencia instalação cobrança cobranças fatura faturas financeiro
  negativação negativações negativar proteção integração integrações gateway serviço serviços plano planos
  contrato contratos ordem ordens atendimento atendimentos chamado protocolo histórico observação observações obs anexo anexos
  vencimento valor valores desconto juros multa acréscimo emissão pagamento pagamentos recebimento receber pagar parcela
  parcelas boleto boletos carnê carnês carnes nota notas fiscal fiscais nosso linha digitável código códigos barras pix banco agência
  conta contas carteira remessa retorno tipo forma dia data hora período início término fim total saldo quantidade descrição status
  situação ações ação selecionar todos tudo nenhum último últimos recente recentes adicionar editar excluir apagar remover salvar cancelar
  confirmar fechar abrir voltar avançar próximo anterior imprimir exportar importar enviar gerar recarregar atualizar filtrar
  filtro filtros buscar busca pesquisar pesquisa limpar listar lista relatório relatórios painel dashboard configuração
  configurações geral usuário usuários permissão permissões módulo módulos grupo grupos setor vendedor venda vendas validade login
  senha entrar sair perfil tarefa tarefas aviso avisos mensagem mensagens alteração alterações aba abas
  indicação prospecto prospectos adicionais equipamento equipamentos gênero sexo estadocivil cônjuge responsável empresa origem
  ativação habilitação bloqueio desbloqueio cancelamento suspensão renegociação negociação negociações acordo acordos movimentação
  extrato resumo título títulos cheque cartão débito resultado produto produtos insumo integrador visualização obrigatória`

/** Joins two words of a label; it stays only where every other word of the text is known too. */
const joining = 'de do da dos das em na no nas nos por para com ao à aos às ou sem'

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** Names in code are written without accents. */
const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

export const knownTags: ReadonlySet<string> = new Set(wordsOf(tags))
export const joiningWords: ReadonlySet<string> = new Set(wordsOf(joining))
export const knownWords: ReadonlySet<string> = new Set(
  wordsOf(`${html} ${framework} ${screens}`).flatMap((word) => [word, withoutAccents(word)]),
)
