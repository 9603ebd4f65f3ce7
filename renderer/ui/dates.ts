/** Dates as they stand in tables: ISO, in the officer's own time zone for moments. */

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-09-01 14:05` from an ISO moment; anything else comes back as it is. */
export function moment(iso: string): string {
  const at = new Date(iso)
  if (iso === '' || Number.isNaN(at.getTime())) return iso
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The date part of an ISO date or moment. */
export const day = (iso: string): string => moment(iso).slice(0, 10)

/** A number with thousands set apart. */
export const count = (value: number): string => value.toLocaleString('en-US')

/** The officer's day by the calendar on the wall. */
export const today = (): string => day(new Date().toISOString())
