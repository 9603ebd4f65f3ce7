/** The classification wizard: on the left what is entered, in the order of review; on the right what follows from it. */
import { Select, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { usePreferences } from '#renderer/client/preferences.tsx'
import { useAnswer } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { EccnField } from '#renderer/ui/eccn-field.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Code } from '#renderer/ui/hash.tsx'
import { ITEM_KINDS } from '#shared/domain/case.ts'
import type { ClassifyAnswer } from '#shared/domain/classification.ts'
import { CandidateTree } from './candidate-tree.tsx'
import css from './classification.module.css'
import { Conclusion } from './conclusion.tsx'
import { MarkDialog } from './mark-dialog.tsx'
import { ParametersPane } from './parameters-pane.tsx'
import { groupCandidates, type Mark, requestOf, type Work } from './work.ts'

const CATEGORIES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className={css.step} aria-label={title}>
      <h2>
        <span>{number}</span>
        {title}
      </h2>
      {children}
    </section>
  )
}

type WizardProps = {
  id: string
  work: Work
  onWork: (work: Work) => void
  used: string
  onUse: ((code: string, answer: ClassifyAnswer) => void) | undefined
  head: ReactNode
}

export function ClassificationWizard({ id, work, onWork, used, onUse, head }: WizardProps) {
  const say = useSay()
  const lang = useLang()
  const { preferences } = usePreferences()
  const [marking, setMarking] = useState<{ eccn: string; paragraph: string } | null>(null)
  const [settled] = useDebouncedValue(work, 150)
  const answer = useAnswer('item:classify', requestOf(id, settled, lang), { keep: true })
  const candidates = answer.data?.candidates ?? []
  const groups = groupCandidates(candidates, work.added)
  const set = (changes: Partial<Work>) => onWork({ ...work, ...changes })
  const without = (eccn: string, paragraph: string): Mark[] => work.marks.filter((mark) => mark.eccn !== eccn || mark.paragraph !== paragraph)
  const use = onUse && answer.data ? (code: string) => answer.data && onUse(code, answer.data) : undefined
  return (
    <div className={css.wizard}>
      <div className={css.left}>
        {head}
        <Step number={1} title={say('classification:step.describe')}>
          <Textarea
            label={say('classification:description')}
            placeholder={say('classification:description.hint')}
            value={work.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
            autosize
            minRows={2}
            maxRows={8}
            data-testid="classify-description"
          />
          <div className={css.two}>
            <Select
              label={say('classification:kind')}
              placeholder={say('classification:kind.choose')}
              data={ITEM_KINDS.map((kind) => ({ value: kind, label: say(`ui:itemKind.${kind}`) }))}
              value={work.kind ?? null}
              onChange={(kind) => set({ kind: kind ?? undefined })}
              clearable
              clearButtonProps={{ 'aria-label': say('ui:clear') }}
              data-testid="classify-kind"
            />
            <Select
              label={say('classification:category')}
              placeholder={say('classification:category.any')}
              data={CATEGORIES}
              value={work.category || null}
              onChange={(category) => set({ category: category ?? '' })}
              clearable
              clearButtonProps={{ 'aria-label': say('ui:clear') }}
              data-testid="classify-category"
            />
          </div>
        </Step>
        <Step number={2} title={say('classification:step.entries')}>
          <EccnField
            key={work.added.join()}
            label={say('classification:entry.add')}
            value=""
            onChange={(eccn) => eccn !== '' && set({ added: [...new Set([...work.added, eccn.toUpperCase()])] })}
            testId="classify-add-entry"
          />
          {answer.data && answer.data.reviewed.length > 0 ? (
            <div className={css.reviewed}>
              <h3>{say('classification:reviewed')}</h3>
              <ul>
                {answer.data.reviewed.map((one) => (
                  <li key={one.eccn}>
                    <a href={to('entries', one.eccn)}>
                      <Code>{one.eccn}</Code>
                    </a>{' '}
                    <span className={css.soft}>{say('classification:reviewed.word', { words: one.why })}</span>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </Step>
        <Step number={3} title={say('classification:step.measure')}>
          <ParametersPane
            values={work.parameters}
            candidates={candidates}
            onChange={(name, value) => {
              const parameters = { ...work.parameters }
              delete parameters[name]
              if (value !== undefined) parameters[name] = value
              set({ parameters })
            }}
          />
        </Step>
      </div>
      <div className={css.right}>
        <Step number={4} title={say('classification:step.decide')}>
          {answer.error ? <Failure error={answer.error} /> : null}
          {answer.data ? <Conclusion answer={answer.data} used={used} onUse={use} /> : null}
        </Step>
        <h2 className={css.candidatesTitle}>{say('classification:candidates')}</h2>
        {groups.length === 0 ? <p className={css.soft}>{say('classification:candidates.none')}</p> : null}
        {groups.map((group, at) => (
          <CandidateTree
            key={group.eccn}
            group={group}
            first={at === 0}
            marks={work.marks}
            onMark={(eccn, paragraph) => setMarking({ eccn, paragraph })}
            onUnmark={(eccn, paragraph) => set({ marks: without(eccn, paragraph) })}
            onUse={use}
          />
        ))}
      </div>
      <MarkDialog
        at={marking}
        onClose={() => setMarking(null)}
        onMark={(state, reason) => {
          if (marking) set({ marks: [...without(marking.eccn, marking.paragraph), { ...marking, state, reason, by: preferences.officer }] })
          setMarking(null)
        }}
      />
    </div>
  )
}
