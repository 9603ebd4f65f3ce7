/** What the preferences may be, and what becomes of a stored file that says something else: the sound values are kept. */
import { z } from 'zod'

const bounds = z.strictObject({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
  maximized: z.boolean().default(false),
})

const FIELDS = {
  language: z.enum(['en', 'zh']),
  theme: z.enum(['light', 'dark', 'system']),
  officer: z.string().max(200),
  dataFolder: z.string().max(4096),
  panes: z.record(z.string().max(40), z.number()),
  window: bounds,
} as const

export type WindowBounds = z.output<typeof bounds>
export type Values = {
  language: 'en' | 'zh'
  theme: 'light' | 'dark' | 'system'
  officer: string
  dataFolder: string
  panes: Record<string, number>
  window: WindowBounds
}

/** The values before anyone chose any. `locale` is the system's, such as `zh-CN`. */
export function defaults(locale: string): Values {
  return {
    language: /^zh\b/i.test(locale) ? 'zh' : 'en',
    theme: 'system',
    officer: '',
    dataFolder: '',
    panes: {},
    window: { width: 1360, height: 860, maximized: false },
  }
}

/** Reads stored preferences: absent fields get their default; `unsound` names those that were not as they may be. */
export function readValues(stored: unknown, locale: string): { values: Values; unsound: string[] } {
  const base = defaults(locale)
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return { values: base, unsound: ['the whole file'] }
  const given = stored as Record<string, unknown>
  const unsound: string[] = []
  const values: Record<string, unknown> = { ...base }
  for (const [name, schema] of Object.entries(FIELDS)) {
    if (given[name] === undefined) continue
    const checked = schema.safeParse(given[name])
    if (checked.success) values[name] = checked.data
    else unsound.push(name)
  }
  return { values: values as Values, unsound }
}
