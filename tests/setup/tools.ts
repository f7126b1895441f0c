import { spawnSync } from 'node:child_process'

/** What the tests use beside Chromium, with the Debian package that brings it. */
export const debianPackages = {
  'firefox-esr': 'firefox-esr',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  pdftotext: 'poppler-utils',
  ip: 'iproute2',
  'systemd-analyze': 'systemd',
  xmllint: 'libxml2-utils',
  python3: 'python3',
} as const
export type Tool = keyof typeof debianPackages

/** Is this program on the path? */
export const hasTool = (tool: Tool): boolean =>
  spawnSync(process.platform === 'win32' ? 'where' : 'which', [tool], { stdio: 'ignore' }).status === 0

/**
 * May a test that needs this program be left out? Only on a person's own machine: in CI a missing tool is a failure,
 * so that a green run there has run everything.
 */
export const maySkip = (tool: Tool): boolean => !hasTool(tool) && process.env['CI'] === undefined
