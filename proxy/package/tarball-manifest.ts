import { leastNode } from '../cli/node-floor.ts'

/** What the tarball's package.json takes over from that of the repository. */
export interface RootManifest {
  name: string
  version: string
  description: string
  license: string
  dependencies: Record<string, string>
}

const keychain = '@napi-rs/keyring'

/** The package.json of what is installed: the bundle, and the keychain's native module where this system has one. */
export const tarballManifest = ({ name, version, description, license, dependencies }: RootManifest) => ({
  name,
  version,
  description,
  license,
  // Handed out as a file, never published by mistake.
  private: true,
  type: 'module',
  bin: { 'nada-consta': 'nada-consta.mjs' },
  engines: { node: `>=${leastNode}` },
  optionalDependencies: { [keychain]: dependencies[keychain] },
})
