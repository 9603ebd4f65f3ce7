/** Ends the output of the window tests with one line that can be counted on: how many there were and how they went. */
import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter'

export default class CountReporter implements Reporter {
  #all: TestCase[] = []

  onBegin(_config: unknown, suite: Suite): void {
    this.#all = suite.allTests()
  }

  onEnd(result: FullResult): void {
    const count = (outcome: ReturnType<TestCase['outcome']>): number => this.#all.filter((test) => test.outcome() === outcome).length
    console.log(
      `window tests: ${this.#all.length} in all, ${count('expected')} passed, ${count('unexpected')} failed, ${count('skipped')} not run, ${Math.round(result.duration / 1000)} s`,
    )
  }
}
