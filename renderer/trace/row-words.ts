/** The words of a proof's rows: rules, facts and parameters by what they say, values as text. */
import { useAnswer } from '#renderer/client/queries.ts'
import { type Say, usePick, useSay } from '#renderer/client/words.ts'
import { useCountryName } from '#renderer/ui/country-field.tsx'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { Outcome, Trace, Words } from '#shared/trace/trace.ts'

export type Dictionary = Pick<ReplyOf<'determination:trace'>, 'rules' | 'facts' | 'parameters'>
export type RowWords = { says: string; cites: string[]; value: string; rule: string; note: string }

type Voice = { label: (path: string, value: string) => string; say: Say; pick: (words: Words | null | undefined) => string; dictionary: Dictionary }

const factName = ({ dictionary, pick }: Voice, path: string): string => pick(dictionary.facts[path]?.says) || path

function valueText(voice: Voice, path: string, outcome: Outcome): string {
  const { say, label } = voice
  if (outcome.state !== 'known' && outcome.state !== 'assumed') return say(`trace:value.${outcome.state}`)
  const value = outcome.value
  if (typeof value === 'boolean') return say(value ? 'ui:yes' : 'ui:no')
  if (typeof value === 'object' && !('is' in value)) return `${value.min ?? '…'} – ${value.max ?? '…'}`
  if (typeof value === 'object') {
    if (value.maybe === 'anything') return say('trace:value.anything')
    const parts = [...value.is, ...(value.maybe.length > 0 ? [say('trace:value.possible', { values: value.maybe.join(', ') })] : [])]
    return parts.length === 0 ? say('trace:value.none') : parts.join(', ')
  }
  return label(path, String(value))
}

const LONGEST_LIST = 6

function againstText(voice: Voice, trace: Extract<Trace, { kind: 'test' }>): string {
  const { say, pick, label, dictionary } = voice
  if (trace.parameter) return pick(dictionary.parameters[trace.parameter]?.says) || trace.parameter
  const { against } = trace
  if (typeof against === 'boolean') return say(against ? 'ui:yes' : 'ui:no')
  const one = (value: string) => label(trace.ref.path, value)
  if (!Array.isArray(against)) return one(String(against))
  const shown = against.slice(0, LONGEST_LIST).map(one).join(', ')
  return against.length > LONGEST_LIST ? `${shown} … (${against.length})` : shown
}

const OPERATORS = ['is', 'in', 'has', 'atLeast', 'atMost', 'exists', 'matches'] as const
const isOperator = (name: string): name is (typeof OPERATORS)[number] => (OPERATORS as readonly string[]).includes(name)

/** So many missing facts are named in one row; the rows below name each where it is tested. */
const MOST_NAMES = 4

function noteOf(voice: Voice, outcome: Outcome): string {
  if (outcome.state === 'known' || outcome.state === 'assumed') return ''
  const { say, pick } = voice
  const parts: string[] = []
  const names = [...new Set(outcome.missing.map((ref) => factName(voice, ref.path)))]
  const rest = names.length > MOST_NAMES ? ` ${say('trace:missing.more', { count: names.length - MOST_NAMES })}` : ''
  if (names.length > 0) parts.push(say('trace:missing', { facts: names.slice(0, MOST_NAMES).join('; ') }) + rest)
  for (const what of outcome.what) parts.push(pick(what))
  if (outcome.between.length > 0) parts.push(say('trace:between', { rules: outcome.between.join(', ') }))
  return parts.join(' ')
}

function wordsOf(voice: Voice, trace: Trace): RowWords {
  const { say, pick, dictionary } = voice
  const plain = (says: string): RowWords => ({ says, cites: [], value: '', rule: '', note: '' })
  switch (trace.kind) {
    case 'conclusion': {
      const about = trace.of.party ?? ''
      const name = factName(voice, trace.path)
      return {
        ...plain(about ? `${name} (${about})` : name),
        value: valueText(voice, trace.path, trace.outcome),
        note: noteOf(voice, trace.outcome),
        cites: dictionary.facts[trace.path]?.cites ?? [],
      }
    }
    case 'rule': {
      const value = trace.applied === 'overridden' ? say('trace:applied.overridden', { by: trace.by ?? '' }) : say(`trace:applied.${trace.applied}`)
      return {
        says: pick(dictionary.rules[trace.id]?.says) || trace.id,
        cites: dictionary.rules[trace.id]?.cites ?? [],
        value,
        rule: trace.id,
        note: noteOf(voice, trace.outcome),
      }
    }
    case 'test': {
      const truth = trace.operator === 'is' && typeof trace.against === 'boolean'
      const operator = truth
        ? ''
        : isOperator(trace.operator)
          ? say(`trace:operator.${trace.operator}`, { against: againstText(voice, trace) })
          : trace.operator
      const about = trace.ref.of.party ? ` (${trace.ref.of.party})` : ''
      const cites = (trace.parameter ? dictionary.parameters[trace.parameter]?.cites : undefined) ?? []
      const repeats = trace.operator === 'is' && !truth && trace.outcome.state === 'known' && trace.outcome.value
      return {
        ...plain(`${factName(voice, trace.ref.path)}${about} ${operator}`.trim()),
        value: repeats ? '' : valueText(voice, trace.ref.path, trace.found),
        cites,
      }
    }
    case 'some':
    case 'every':
      return plain(trace.over === 'party' || trace.over === 'item' ? say(`trace:${trace.kind}.${trace.over}`) : say('trace:over', { over: trace.over }))
    case 'not-modelled':
      return { ...plain(say('trace:not-modelled')), note: noteOf(voice, trace.outcome) }
    default:
      return plain(say(`trace:${trace.kind}`))
  }
}

/** Gives the words of one row in the window's language. */
export function useRowWords(dictionary: Dictionary): (trace: Trace) => RowWords {
  const say = useSay()
  const pick = usePick()
  const country = useCountryName()
  const known = useAnswer('pack:facts', {}, { staleTime: Number.POSITIVE_INFINITY })
  const label = (path: string, value: string): string => {
    const choice = known.data?.find((row) => row.path === path)?.choices.find((one) => one.value === value)
    if (choice) return pick(choice.label)
    return /^[A-Z]{2}$/.test(value) ? country(value) : value
  }
  return (trace) => wordsOf({ say, pick, label, dictionary }, trace)
}
