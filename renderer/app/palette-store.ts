/** The palette's state, for the palette itself, its shortcut and the menu. */
import { createSpotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()
