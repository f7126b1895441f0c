import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { groupsInCode } from '../store/recovery-code.ts'

/** What is typed, line by line until the whole code is there or an empty line ends it; what is piped in is read to its end. */
export const askTerminal = async (question: string): Promise<string> => {
  if (!process.stdin.isTTY) return text(process.stdin)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  let typed = ''
  try {
    let line = await lines.question(`${question}\n> `)
    while (line.trim() !== '') {
      typed += `${line} `
      if (typed.replaceAll(/[\s-]/g, '').length >= groupsInCode * 5) break
      line = await lines.question('> ')
    }
  } finally {
    lines.close()
  }
  return typed
}
