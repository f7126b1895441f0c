import manifest from '../../package.json' with { type: 'json' }
import { AppError } from '../../shared/errors.ts'
import type { Collection } from './store.ts'
import type { Kept, Table } from './table.ts'
import { applyChanges } from './tables.ts'
import type { Tables } from './tables.ts'

/**
 * The layout of the data is the list of the collections and what their fields mean. Its number goes up, with a migration, whenever an
 * older program would lose or misread what a newer one keeps: for a collection more, for a field or a state that it must not overlook.
 * A field that may be left alone does not raise it: records are kept whole, whatever is in them. The number stands in the head of
 * every snapshot, copy, segment and archive and in the choice of the vault; those heads keep their shape in every layout, and the
 * name of a collection stays in the list for good, or an older layout could no longer be read.
 */
export interface Written {
  layout: number
  /** The version of the program that wrote it. */
  program: string
}

/** How the records of one layout become those of the next. Pure: looks at what is kept and says what changes. */
export interface Migration {
  to: number
  migrate: (
    tables: Readonly<Record<Collection, Pick<Table, 'rows'>>>,
  ) => readonly { collection: Collection; id: string; value: Kept | null }[]
}

/** What a program writes, and how it brings older data forward: one migration for each layout after the first. */
export interface DataFormat extends Written {
  migrations: readonly Migration[]
}

/** Layout 2: the acts of people, and the audit of a restored copy. Nothing of the first one changes. */
export const ownFormat: DataFormat = {
  layout: 2,
  program: manifest.version,
  migrations: [{ to: 2, migrate: () => [] }],
}

/** What a head says of itself; the first layout was written without a number. */
export const writtenIn = ({ layout = 1, program = '1.0.0' }: Partial<Written>): Written => ({
  layout,
  program,
})

export const dataNewer = ({ program }: Written, own: Written): AppError =>
  new AppError('data-newer', { params: { program, own: own.program } })

/** @throws `data-newer` for a layout that this program does not know */
export const refuseNewer = (written: Written, own: Written): void => {
  if (written.layout > own.layout) throw dataNewer(written, own)
}

/** @throws `data-newer` for a collection that this program does not know: its next snapshot would lose it */
export const refuseUnknown = (
  tables: Tables,
  pieces: readonly { collection: string }[],
  written: Written,
  own: Written,
): void => {
  if (pieces.some(({ collection }) => !Object.hasOwn(tables, collection))) throw dataNewer(written, own)
}

/** Changes tables of an older layout into those of this program, one layout after the other. Touches no disk. */
export const bringForward = (tables: Tables, from: Written, { migrations }: DataFormat): void => {
  const due = migrations.filter(({ to }) => to > from.layout).toSorted((a, b) => a.to - b.to)
  for (const { migrate } of due) applyChanges(tables, migrate(tables) as Parameters<typeof applyChanges>[1])
}
