import { describe, expect, it } from 'vitest'
import { withEvent } from './jobs.ts'

describe('jobs', () => {
  it('gather progress and the end under one id, the newest first', () => {
    let jobs = withEvent([], { event: 'job:progress', job: 'a', done: 1, total: 10, phase: 'reading' })
    jobs = withEvent(jobs, { event: 'job:progress', job: 'b', done: 0, total: 1, phase: 'reading' })
    jobs = withEvent(jobs, { event: 'job:done', job: 'a', ok: false, code: 'cancelled', detail: 'nothing was imported', reports: [] })
    expect(jobs.map((job) => job.id)).toEqual(['a', 'b'])
    expect(jobs[0]).toMatchObject({ done: 1, total: 10, end: { ok: false, code: 'cancelled' } })
  })

  it('carry the report of a comparison with the cases', () => {
    const impact = {
      pack: { id: 'us-ear', version: '2', lawAsOf: '2026-09-01', sha256: 'a' },
      on: '2026-09-15',
      counts: { evaluated: 1, unchanged: 1, wrongThen: 0, differNow: 0, failed: 0 },
      byClause: [],
      wrongThen: [],
      differNow: [],
      failed: [],
    }
    const jobs = withEvent([], { event: 'job:done', job: 'impact-1', ok: true, code: '', detail: '', reports: [], impact })
    expect(jobs[0]?.end?.impact).toEqual(impact)
  })

  it('are left alone by other messages', () => {
    const jobs = withEvent([], { event: 'lists:changed' })
    expect(withEvent(jobs, { event: 'cases:changed' })).toBe(jobs)
  })
})
