/** Where the program's read-only files are, and where the app keeps its data on this system. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The assets beside the sources. The packaged app gives its own folder. */
export const ASSETS_FOLDER = join(import.meta.dirname, '..', '..', 'assets')

/** The same folder that the window uses when none is chosen in its settings. */
export function defaultDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const home = homedir()
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Licet', 'data')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Licet', 'data')
  return join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Licet', 'data')
}
