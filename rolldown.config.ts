import { defineConfig } from 'rolldown'

/** The proxy as one file; only the keychain's native module stays outside, and the sealed file stands in where it is missing. */
export default defineConfig({
  input: 'proxy/main.ts',
  platform: 'node',
  external: ['@napi-rs/keyring'],
  output: { file: 'dist/proxy/nada-consta.mjs', format: 'esm', banner: '#!/usr/bin/env node' },
})
