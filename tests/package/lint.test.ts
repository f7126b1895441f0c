import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { zipPath } from './artefacts.ts'

interface Finding {
  code: string
  message: string
  file?: string
}

interface Report {
  errors: Finding[]
  notices: Finding[]
  warnings: Finding[]
}

const linter = resolve('node_modules/addons-linter/bin/addons-linter')

/** A chunk without the mark of its contents. */
const plain = (file = ''): string => file.replace(/-[\w-]{8}\.js$/, '.js')

const inner = 'UNSAFE_VAR_ASSIGNMENT'

/** What is left, each with the library that it stands in. None is reached with a text from outside. */
const known: Readonly<Record<string, string>> = {
  [`${inner} content-scripts/erp.js`]: 'Preact: dangerouslySetInnerHTML, which a law forbids us to use',
  [`${inner} chunks/styles.js`]: 'Preact, as above',
  [`${inner} chunks/batch-pdf.js`]: 'jspdf-autotable: tables read out of HTML; ours are given as texts',
  [`${inner} chunks/pdf-font.js`]: 'jsPDF: html(), which nobody calls',
  [`${inner} chunks/report.js`]:
    'DOMPurify, which cleans, and html2canvas-pro, which measures an emoji of its own',
}

test('Firefox: the linter of addons.mozilla.org finds nothing new', async () => {
  const words = [linter, '--output', 'json', zipPath('firefox')]
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1e8 })
  const { errors, notices, warnings } = JSON.parse(stdout) as Report
  expect([...errors, ...notices]).toEqual([])
  const found = new Set(warnings.map(({ code, file }) => `${code} ${plain(file)}`))
  expect([...found].toSorted()).toEqual(Object.keys(known).toSorted())
})
