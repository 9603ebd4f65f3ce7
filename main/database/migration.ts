/**
 * What a migration is: one file, one version, one transaction. Versions run from 1 without gaps; a migration that has
 * been released is never edited, a change of the tables is a new file.
 */
export type Migration = { version: number; sql: string }

/** The newest version of a list of migrations. Throws Error when the list is not 1, 2, 3 … in order. */
export function newestVersion(migrations: readonly Migration[]): number {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.version} stands where migration ${index + 1} is expected`)
  })
  return migrations.length
}
