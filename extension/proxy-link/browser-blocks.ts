/** The names of the browsers' local-network checks, newest first; none knows them all. */
const names = ['loopback-network', 'local-network-access', 'local-network']

/**
 * Whether the browser's own check for requests to this computer stands on "deny" for us (case G61). A browser without such
 * a check, or with it undecided, blocks nothing.
 */
export const isLocalNetworkDenied = async (
  permissions: Pick<Permissions, 'query'> | undefined,
): Promise<boolean> => {
  for (const name of names) {
    try {
      const answer = await permissions?.query({ name: name as PermissionName })
      if (answer?.state === 'denied') return true
    } catch {
      // This browser does not know the name.
    }
  }
  return false
}
