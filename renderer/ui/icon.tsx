/** Line icons on a 20 px grid, drawn for this window. They only repeat what a label or tooltip says. */
const PATHS = {
  home: 'M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4',
  cases: 'M3 6.5h5l1.5 2H17V16H3zM3 6.5V5h4.5L9 6.5',
  screening: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M12.6 12.6 17 17M6.2 8.5h4.6',
  entries: 'M4 4h12v12H4zM4 8h12M8 8v8',
  classify: 'M4 5h5M4 10h8M4 15h12M15 3v6M12.5 6.5 15 9l2.5-2.5',
  rules: 'M10 4v13M5 17h10M3 8l2.5-4h9L17 8M3 8a2.5 2.5 0 0 0 5 0L5.5 4M17 8a2.5 2.5 0 0 1-5 0l2.5-4',
  lists: 'M7 5h10M7 10h10M7 15h10M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  add: 'M10 4v12M4 10h12',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12M13.5 13.5 17 17',
  close: 'M5 5l10 10M15 5 5 15',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  down: 'M5 8l5 5 5-5',
  right: 'M8 5l5 5-5 5',
  left: 'M12 5 7 10l5 5',
  check: 'M4 10.5 8 14.5 16 6',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  export: 'M10 12V3M6.5 6.5 10 3l3.5 3.5M4 12v4h12v-4',
  import: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M4 12v4h12v-4',
  archive: 'M3 5h14v3H3zM4.5 8v8h11V8M8 11h4',
  list: 'M3 4h14v12H3zM8 4v12',
  trace: 'M4 4v12M4 7h4M4 13h4M8 5h8v4H8zM8 11h8v4H8z',
  print: 'M6 8V3h8v5M4 8h12v6h-2M6 14H4V8M6 12h8v5H6z',
  warning: 'M10 3.5 17.5 16h-15zM10 8v4M10 14h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9v5M10 6.5h.01',
  shield: 'M10 3l6 2v5c0 3.5-2.5 6-6 7-3.5-1-6-3.5-6-7V5z',
  bin: 'M4 6h12M8 6V4h4v2M5.5 6l1 11h7l1-11',
  keyboard: 'M2.5 6h15v8h-15zM5.5 9h.01M8.5 9h.01M11.5 9h.01M14.5 9h.01M7 11.5h6',
  folder: 'M3 5h5l1.5 2H17v9H3z',
  replay: 'M4 10a6 6 0 1 0 2-4.5M4 4v3.5h3.5',
  open: 'M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
