import { expect, test } from 'vitest'
import { operations } from './api.ts'

const at = '2026-11-25T10:00:00.000Z'

/** A newer service on the same number of the API: each list holds one thing that this extension knows, and one that it does not. */
test('an act of a kind that only a newer service knows does not cost the others', () => {
  const entry = {
    id: 'a',
    at,
    actor: 'Ana',
    isProgram: false,
    act: 'teleport',
    problem: null,
    purpose: null,
    reason: null,
    person: null,
    subject: null,
    queryId: null,
    negativationId: null,
    batchId: null,
  }
  const kinds = ['query', 'travel', 'constructor', 'other']
  const answer = { entries: kinds.map((kind) => ({ ...entry, kind })), next: null, actors: [] }
  const { entries } = operations.auditTrail.output.parse(answer)
  expect(entries.map(({ kind }) => kind)).toEqual(['query', 'other', 'other', 'other'])
})

test('a task of such a kind is listed, and offers what is known', () => {
  const task = {
    id: 't1',
    negativationId: 'n1',
    person: { name: 'MARIA EXEMPLO', document: '73164025807' },
    totalCents: 1000,
    openedAt: at,
    deadline: null,
    erp: [],
    bureau: [],
    sent: [],
    params: {},
    resolved: null,
  }
  const answer = {
    tasks: [
      { ...task, kind: 'expiring', actions: ['teleport', 'keep'] },
      { ...task, kind: 'travel', actions: ['teleport'] },
    ],
  }
  expect(operations.tasks.output.parse(answer).tasks.map(({ kind, actions }) => [kind, actions])).toEqual([
    ['expiring', ['keep']],
    ['other', []],
  ])
})

test('a browser with a scope that only a newer service knows still has the others', () => {
  const client = { id: 'c1', name: 'Ana', pairedAt: at, lastSeenAt: null }
  const answer = { clients: [{ ...client, scopes: ['query', 'teleport', 'admin'] }] }
  expect(operations.clients.output.parse(answer).clients[0]?.scopes).toEqual(['query', 'admin'])
})
