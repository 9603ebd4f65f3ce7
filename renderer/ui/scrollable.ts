/** What makes a scrolling region reachable by keyboard when nothing in it takes the focus (WCAG 2.1.1). */
export const scrollable = (label: string): { role: 'region'; 'aria-label': string; tabIndex: 0 } => ({ role: 'region', 'aria-label': label, tabIndex: 0 })
