import { expect, test } from 'vitest'
import { isQuirks, reportDocument, reportPolicy } from './report-document.ts'

test.each([
  ['<table>', true],
  ['<html><body>', true],
  ['<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', true],
  ['<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN"><p>', true],
  ['<!doctype html><p>', false],
  ['\uFEFF <!DOCTYPE html>', false],
  [
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">',
    false,
  ],
  ['<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">', false],
])('quirks mode of %s: %s', (source, quirks) => {
  expect(isQuirks(source)).toBe(quirks)
})

test('the policy stands before everything that the report brings', () => {
  const html = reportDocument('<head><style>p{}</style></head><body>x</body>', false)
  expect(html.indexOf(reportPolicy)).toBeLessThan(html.indexOf('p{}'))
  expect(html.indexOf(reportPolicy)).toBeGreaterThan(0)
})
