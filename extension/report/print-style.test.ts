import { expect, test } from 'vitest'
import { printStyle } from './print-style.ts'

test('what a header holds cannot leave its string', () => {
  const style = printStyle({
    top: '"; } body { display: none } \\ </style>\n',
    page: 'Página',
    of: 'de',
    landscape: false,
    zoom: 1,
  })
  expect(style).not.toContain('</style>')
  expect(style).toContain('content: "\\22 ; } body { display: none } \\5c  \\3c /style>\\a "')
})
