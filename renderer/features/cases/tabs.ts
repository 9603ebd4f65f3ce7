/** The parts of a case in the order in which it is worked through. */
export const TABS = ['facts', 'parties', 'items', 'questions', 'determination', 'memo', 'history'] as const
export type Tab = (typeof TABS)[number]
export const isTab = (name: string): name is Tab => (TABS as readonly string[]).includes(name)
