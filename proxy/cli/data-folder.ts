import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** Where the service keeps its data: NADA_CONSTA_HOME, else the usual place of the system for this user. */
export const dataFolder = (env: NodeJS.ProcessEnv): string =>
  resolve(env['NADA_CONSTA_HOME'] || envPaths('nada-consta', { suffix: '' }).data)

/** Where the service's log lies in the data folder. */
export const logFolder = (folder: string): string => join(folder, 'log')

/** Makes the folder, for this user alone, also where it was there before with wider rights. */
export const makeDataFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
}
