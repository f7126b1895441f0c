import { start } from '../../../proxy/cli/start.ts'

/** The command `start` as a person runs it, on any free port, with a mistake of the program that a test calls for. */
process.on('message', ({ crash, text }: { crash: 'throw' | 'reject'; text: string }) => {
  const mistake = Object.assign(new Error(text), { document: text, cause: new Error(text) })
  if (crash === 'throw') throw mistake
  void Promise.reject(mistake)
})
await start(
  {
    env: process.env,
    print: (line) => console.log(line),
    printError: (line) => console.error(line),
  },
  '0.0.0',
  [0],
)
process.disconnect()
