/** The parts of package.json and package-lock.json that the laws read. */
export interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

export interface Lock {
  packages: Record<string, { version?: string; resolved?: string }>
}

const numbers = (version: string): number[] => version.split(/[.+-]/).slice(0, 3).map(Number)

const isBelow = (version: string, floor: string): boolean => {
  const [own, least] = [numbers(version), numbers(floor)]
  const differing = own.findIndex((value, index) => value !== least[index])
  // A prerelease of the floor itself comes before it.
  if (differing === -1) return version.includes('-')
  return !((own[differing] ?? 0) > (least[differing] ?? 0))
}

/** Every installed copy, nested ones too, of a package with a known hole is at least the version that closed it. */
export const floors = (lock: Lock, least: Readonly<Record<string, string>>): string[] =>
  Object.entries(least).flatMap(([name, floor]) => {
    const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
    if (copies.length === 0) return [`${name} is not installed`]
    return copies
      .filter(([, { version = '0.0.0' }]) => isBelow(version, floor))
      .map(([path, { version }]) => `${path} is ${version}, at least ${floor}`)
  })

/** A version is exact, so that two machines install the same; no address, no file. */
export const exactVersions = ({ dependencies = {}, devDependencies = {} }: Manifest): string[] =>
  Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version} is not exact`)

/** The lock file names no address, so that any registry can serve it. */
export const noAddresses = (lock: Lock): string[] =>
  Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([path, { resolved }]) => `${path} comes from ${resolved}`)
