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

  it('are left alone by other messages', () => {
    const jobs = withEvent([], { event: 'lists:changed' })
    expect(withEvent(jobs, { event: 'cases:changed' })).toBe(jobs)
  })
})
