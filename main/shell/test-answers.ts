/**
 * Answers for native dialogs, which no test can press: the folder to save to and the paths to choose. Only a program
 * that is not installed, or that was packaged with the test runtime, listens to them.
 */
import { isAbsolute } from 'node:path'

export type TestAnswers = { saveTo: string; choose: string[] }

/** `allowed` is false in a program meant for release; the variables then mean nothing. */
export function testAnswers(environment: Readonly<Record<string, string | undefined>>, allowed: boolean): TestAnswers {
  const saveTo = environment.LICET_TEST_SAVE_TO ?? ''
  const choose = (environment.LICET_TEST_CHOOSE ?? '').split('\n').filter((path) => path !== '')
  return allowed ? { saveTo: isAbsolute(saveTo) ? saveTo : '', choose: choose.filter(isAbsolute) } : { saveTo: '', choose: [] }
}
