/** The seven verdicts in words, the same on screen, in the memo and on the command line. */
import type { Verdict } from '../domain/verdict.ts'
import type { Lang, Words } from '../trace/trace.ts'

export const VERDICT_WORDS: Record<Verdict, Words> = {
  'not-subject': { en: 'Not subject to the EAR', zh: '不受EAR管辖' },
  'no-licence-required': { en: 'No licence required', zh: '无需许可' },
  'exception-available': { en: 'Licence exception available', zh: '可用许可例外' },
  'licence-required': { en: 'Licence required', zh: '须申请许可' },
  prohibited: { en: 'Prohibited', zh: '禁止' },
  'needs-information': { en: 'Needs information', zh: '须补充信息' },
  'needs-review': { en: 'Needs review', zh: '须人工复核' },
}

export const verdictWords = (verdict: Verdict, lang: Lang): string => VERDICT_WORDS[verdict][lang]

/** One sentence over all items: the verdict, and for how many of them it holds. */
export function answerSentence(outcome: Verdict, verdicts: readonly Verdict[], lang: Lang): string {
  const holds = verdicts.filter((verdict) => verdict === outcome).length
  const all = verdicts.length
  if (lang === 'zh') return all === 1 ? `${VERDICT_WORDS[outcome].zh}。` : `${all}个物项中有${holds}个：${VERDICT_WORDS[outcome].zh}。`
  return all === 1 ? `${VERDICT_WORDS[outcome].en}.` : `${VERDICT_WORDS[outcome].en} for ${holds} of ${all} items.`
}
