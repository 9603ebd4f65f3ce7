/** Names in which runs of letters of one script, which are parted in words in a way of their own, stand among other text. */

/** The words of a text, each a list of its forms: those of the runs by `ofRun`, text between them through `latinWords`. */
export function wordsAroundRuns(text: string, runs: RegExp, ofRun: (run: string) => string[][], latinWords: (text: string) => string[]): string[][] {
  const found: string[][] = []
  let end = 0
  const latin = (part: string): void => {
    for (const word of latinWords(part)) found.push([word])
  }
  for (const { 0: run, index } of text.matchAll(runs)) {
    latin(text.slice(end, index))
    end = index + run.length
    found.push(...ofRun(run))
  }
  latin(text.slice(end))
  return found
}
