import type { Store } from '../../proxy/store/store.ts'

/** What a process sees of the store: once it is killed, nothing that it still has under way reaches the disk or comes back. */
export const mortalStore = (store: Store): { store: Store; kill: () => void } => {
  let isAlive = true
  const alive = <Result>(act: () => Promise<Result>): Promise<Result> =>
    isAlive
      ? act().then((result) => (isAlive ? result : new Promise<Result>(() => {})))
      : new Promise<Result>(() => {})
  return {
    store: {
      ...store,
      commit: (changes, options) => alive(() => store.commit(changes, options)),
      query: (collection, match) => alive(() => store.query(collection, match)),
    },
    kill: () => {
      isAlive = false
    },
  }
}
