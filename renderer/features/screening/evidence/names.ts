/** Names of what the labelled set is grouped by, in the language of the window. */
import { useSay } from '#renderer/client/words.ts'
import { DISGUISES, type LabelledKind, SCRIPTS } from '#shared/evaluation/labelled.ts'
import type { Grouping } from '#shared/evaluation/measure.ts'

const KINDS: readonly LabelledKind[] = ['person', 'company', 'vessel']

/** The name of a script, a kind, a disguise or a source; ids of lists stand for themselves. */
export function useGroupName(): (by: Grouping, value: string) => string {
  const say = useSay()
  return (by, value) => {
    const disguise = DISGUISES.find((one) => one === value)
    const script = SCRIPTS.find((one) => one === value)
    const kind = KINDS.find((one) => one === value)
    if (by === 'disguise' && disguise) return say(`evidence:disguise.${disguise}`)
    if (by === 'script' && script) return say(`evidence:script.${script}`)
    if (by === 'kind' && kind) return say(`evidence:kind.${kind}`)
    return by === 'source' && value === 'common names' ? say('evidence:source.common') : value
  }
}
