import { rolldown } from 'rolldown'

/** A module of ours with all that it imports as one script, whose exports hang on `globalThis[name]`. */
export const bundleForPage = async (path: string, name: string): Promise<string> => {
  const bundle = await rolldown({ input: path })
  const { output } = await bundle.generate({ format: 'iife', name, minify: true })
  await bundle.close()
  return output[0].code
}
